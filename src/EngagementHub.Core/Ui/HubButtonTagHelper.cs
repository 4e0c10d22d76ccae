using Microsoft.AspNetCore.Razor.TagHelpers;

namespace EngagementHub.Core.Ui;

/// <summary>A button, or a link that looks like one; other attributes (name, value, formaction) pass through.</summary>
[HtmlTargetElement("hub-button")]
public sealed class HubButtonTagHelper : TagHelper
{
    /// <summary>primary (one a page), secondary or warning.</summary>
    public string Kind { get; set; } = "primary";

    /// <summary>Where a link leads; left out, the button sends its form.</summary>
    public string? Href { get; set; }

    /// <summary>What the button is about, heard but not seen, such as "comment 3 by Priya".</summary>
    public string? About { get; set; }

    /// <inheritdoc/>
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = Href is null ? "button" : "a";
        output.Attributes.SetAttribute("class", Tag.Words("govuk-button", Kind == "primary" ? null : $"govuk-button--{Kind}", output.Attributes["class"]?.Value?.ToString()));
        output.Attributes.SetAttribute("data-module", "govuk-button");
        foreach (var (name, value) in Nature())
        {
            output.Attributes.SetAttribute(name, value);
        }

        output.Content.SetHtmlContent(await output.GetChildContentAsync());
        if (About is not null)
        {
            output.Content.AppendHtml(Tag.Of("span", "govuk-visually-hidden").Saying(" " + About));
        }
    }

    private (string Name, string Value)[] Nature() => Href is null
        ? [("type", "submit"), ("data-prevent-double-click", "true")]
        : [("href", Href), ("role", "button"), ("draggable", "false")];
}
