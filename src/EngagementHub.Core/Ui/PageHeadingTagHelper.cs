using Microsoft.AspNetCore.Razor.TagHelpers;

namespace EngagementHub.Core.Ui;

/// <summary>The page's one main heading.</summary>
[HtmlTargetElement("page-heading")]
public sealed class PageHeadingTagHelper : TagHelper
{
    /// <summary>A line above it that says where the page belongs.</summary>
    public string? Caption { get; set; }

    /// <summary>m, l or xl.</summary>
    public string Size { get; set; } = "l";

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "h1";
        output.Attributes.SetAttribute("class", $"govuk-heading-{Size}");
        output.Attributes.SetAttribute("dir", "auto");
        if (Caption is not null)
        {
            output.PreElement.AppendHtml(Tag.Of("span", $"govuk-caption-{Size}").With("dir", "auto").Saying(Caption));
        }
    }
}
