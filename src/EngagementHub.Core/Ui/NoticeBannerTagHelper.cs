using EngagementHub.Core.Web.Shared;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace EngagementHub.Core.Ui;

/// <summary>What the page before has done, said once; the layout shows it on every page.</summary>
[HtmlTargetElement("notice-banner", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class NoticeBannerTagHelper : TagHelper
{
    private const string TitleId = "govuk-notification-banner-title";

    /// <summary>The view being rendered.</summary>
    [HtmlAttributeNotBound, ViewContext]
    public ViewContext ViewContext { get; set; } = null!;

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        // A shared page has no notice, and looking for one would set a cookie.
        if (SharedReading.Of(ViewContext.HttpContext) is not null || PageNotices.Take(ViewContext.TempData) is not var (sentence, link, url) || !ViewContext.HttpContext.Items.TryAdd(TitleId, true))
        {
            output.SuppressOutput();
            return;
        }

        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "govuk-notification-banner govuk-notification-banner--success");
        output.Attributes.SetAttribute("role", "alert");
        output.Attributes.SetAttribute("aria-labelledby", TitleId);
        output.Attributes.SetAttribute("data-module", "govuk-notification-banner");
        output.Content.AppendHtml(Header()).AppendHtml(Content(sentence, link, url));
    }

    private static TagBuilder Header() => Tag.Of("div", "govuk-notification-banner__header")
        .Holding(Tag.Of("h2", "govuk-notification-banner__title").With("id", TitleId).Saying("Success"));

    private static TagBuilder Content(string sentence, string? link, string? url)
    {
        var text = Tag.Of("p", "govuk-notification-banner__heading").Saying(sentence);
        if (link is not null && url is not null)
        {
            text.Saying(" ").Holding(Tag.Of("a", "govuk-notification-banner__link").With("href", url).Saying(link));
        }

        return Tag.Of("div", "govuk-notification-banner__content").Holding(text);
    }
}
