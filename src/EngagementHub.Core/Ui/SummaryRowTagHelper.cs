using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace EngagementHub.Core.Ui;

/// <summary>One name with its value and, where it can be changed, a link.</summary>
[HtmlTargetElement("summary-row", ParentTag = "summary-list")]
public sealed class SummaryRowTagHelper : TagHelper
{
    /// <summary>The name.</summary>
    public required string Key { get; set; }

    /// <summary>Where the value is changed.</summary>
    public string? Href { get; set; }

    /// <summary>The words of the link; the name follows, unseen.</summary>
    public string Action { get; set; } = "Change";

    /// <inheritdoc/>
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "div";
        output.Attributes.SetAttribute("class", Tag.Words("govuk-summary-list__row", Href is null ? "govuk-summary-list__row--no-actions" : null));
        output.Content
            .AppendHtml(Tag.Of("dt", "govuk-summary-list__key").Saying(Key))
            .AppendHtml(Tag.Of("dd", "govuk-summary-list__value").Holding(await output.GetChildContentAsync()));
        if (Href is not null)
        {
            output.Content.AppendHtml(Tag.Of("dd", "govuk-summary-list__actions").Holding(Link()));
        }
    }

    private TagBuilder Link() => Tag.Of("a", "govuk-link").With("href", Href).Saying(Action)
        .Holding(Tag.Of("span", "govuk-visually-hidden").Saying(" " + Key));
}
