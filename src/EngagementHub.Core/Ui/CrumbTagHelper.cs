using Microsoft.AspNetCore.Razor.TagHelpers;

namespace EngagementHub.Core.Ui;

/// <summary>One step of the way; without a link it is this page.</summary>
[HtmlTargetElement("crumb", ParentTag = "breadcrumbs")]
public sealed class CrumbTagHelper : TagHelper
{
    /// <summary>Where the step leads.</summary>
    public string? Href { get; set; }

    /// <inheritdoc/>
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "li";
        output.Attributes.SetAttribute("class", "govuk-breadcrumbs__list-item");
        // What stands there is often a title that somebody wrote, in any script: it does not pull its neighbours out of their order.
        var text = await output.GetChildContentAsync();
        if (Href is null)
        {
            output.Attributes.SetAttribute("aria-current", "page");
            output.Content.SetHtmlContent(Tag.Of("bdi").Holding(text));
            return;
        }

        output.Content.SetHtmlContent(Tag.Of("a", "govuk-breadcrumbs__link").With("href", Href).Holding(Tag.Of("bdi").Holding(text)));
    }
}
