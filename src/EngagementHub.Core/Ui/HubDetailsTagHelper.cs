using Microsoft.AspNetCore.Razor.TagHelpers;

namespace EngagementHub.Core.Ui;

/// <summary>Something more, shown when asked for.</summary>
[HtmlTargetElement("hub-details")]
public sealed class HubDetailsTagHelper : TagHelper
{
    /// <summary>What is behind it.</summary>
    public required string Summary { get; set; }

    /// <summary>Shown from the start.</summary>
    public bool Open { get; set; }

    /// <inheritdoc/>
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "details";
        output.Attributes.SetAttribute("class", Tag.Words("govuk-details", output.Attributes["class"]?.Value?.ToString()));
        if (Open)
        {
            output.Attributes.SetAttribute(new TagHelperAttribute("open"));
        }

        output.Content
            .AppendHtml(Tag.Of("summary", "govuk-details__summary").Holding(Tag.Of("span", "govuk-details__summary-text").Saying(Summary)))
            .AppendHtml(Tag.Of("div", "govuk-details__text").Holding(await output.GetChildContentAsync()));
    }
}
