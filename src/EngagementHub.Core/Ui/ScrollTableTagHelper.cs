using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace EngagementHub.Core.Ui;

/// <summary>A table that a narrow screen shows row by row, label beside value; one with joined column heads scrolls by itself instead, also by keyboard.</summary>
[HtmlTargetElement("scroll-table")]
public sealed class ScrollTableTagHelper : TagHelper
{
    /// <summary>What the table shows.</summary>
    public required string Caption { get; set; }

    /// <summary>s, m, l or xl; hidden where a heading above says the same.</summary>
    public string CaptionSize { get; set; } = "m";

    /// <summary>The view being rendered.</summary>
    [HtmlAttributeNotBound, ViewContext]
    public ViewContext ViewContext { get; set; } = null!;

    private string CaptionClass => CaptionSize == "hidden" ? "govuk-visually-hidden" : $"govuk-table__caption--{CaptionSize}";

    /// <inheritdoc/>
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var id = PageIds.Next(ViewContext.HttpContext, "table");
        var rows = (await output.GetChildContentAsync()).GetContent();
        var stacked = StackedRows.Of(rows);
        var given = output.Attributes["class"]?.Value?.ToString() ?? "";
        output.TagName = "div";
        output.Attributes.SetAttribute("class", Tag.Words("hub-scroll", stacked is null || given.Contains("hub-stack", StringComparison.Ordinal) ? null : "hub-stack", given));
        output.Attributes.SetAttribute("role", "region");
        output.Attributes.SetAttribute("aria-labelledby", id);
        output.Attributes.SetAttribute("tabindex", "0");
        output.Content.SetHtmlContent(Tag.Of("table", "govuk-table", "hub-table").With("role", stacked is null ? null : "table").Holding(
            Tag.Of("caption", "govuk-table__caption", CaptionClass).With("id", id).Saying(Caption),
            new HtmlString(stacked ?? rows)));
    }
}
