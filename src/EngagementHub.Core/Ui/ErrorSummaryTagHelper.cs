using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace EngagementHub.Core.Ui;

/// <summary>What must be put right before the form can be sent, each with a link to its field; nothing when all is well.</summary>
[HtmlTargetElement("error-summary", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class ErrorSummaryTagHelper : TagHelper
{
    /// <summary>The view being rendered.</summary>
    [HtmlAttributeNotBound, ViewContext]
    public ViewContext ViewContext { get; set; } = null!;

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var items = FieldErrors.InOrder(ViewContext.ModelState, ViewContext.ViewData.ModelMetadata).Select(Item).ToArray();
        if (items.Length == 0)
        {
            output.SuppressOutput();
            return;
        }

        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "govuk-error-summary");
        output.Attributes.SetAttribute("data-module", "govuk-error-summary");
        output.Content.SetHtmlContent(Alert(items));
    }

    private static TagBuilder Alert(TagBuilder[] items) => Tag.Of("div").With("role", "alert").Holding(
        Tag.Of("h2", "govuk-error-summary__title").Saying("There is a problem"),
        Tag.Of("div", "govuk-error-summary__body").Holding(
            Tag.Of("ul", "govuk-list", "govuk-error-summary__list").Holding(items)));

    private TagBuilder Item(string field)
    {
        var message = ViewContext.ModelState.MessageFor(field);

        return field.Length == 0
            ? Tag.Of("li").Saying(message)
            : Tag.Of("li").Holding(Tag.Of("a").With("href", "#" + ViewContext.ModelState.IdOf(field)).Saying(message));
    }
}
