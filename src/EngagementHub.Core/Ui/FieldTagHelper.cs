using System.Globalization;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace EngagementHub.Core.Ui;

/// <summary>A form field with its hint and error; what was typed survives a refused form.</summary>
public abstract class FieldTagHelper : TagHelper
{
    /// <summary>The property that the field fills.</summary>
    public required ModelExpression For { get; set; }

    /// <summary>Help shown above the field.</summary>
    public string? Hint { get; set; }

    /// <summary>The view being rendered.</summary>
    [HtmlAttributeNotBound, ViewContext]
    public ViewContext ViewContext { get; set; } = null!;

    private protected string Name => ViewContext.ViewData.TemplateInfo.GetFullHtmlFieldName(For.Name);

    private protected string Id => Tag.Id(Name);

    private protected ModelStateDictionary ModelState => ViewContext.ModelState;

    private protected string? Error => ModelState.MessageFor(Name);

    private protected string? Value => ModelState[Name]?.AttemptedValue
        ?? Convert.ToString(For.Model, CultureInfo.CurrentCulture);

    private protected virtual string? GroupClass => null;

    private protected abstract IHtmlContent Body();

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var extra = output.Attributes["class"]?.Value?.ToString();
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", Tag.Words("govuk-form-group", Error is null ? null : "govuk-form-group--error", GroupClass, extra));
        output.Content.SetHtmlContent(Body());
    }

    private protected string? DescribedBy(string? more = null) =>
        Tag.Words(more, Hint is null ? null : $"{Id}-hint", Error is null ? null : $"{Id}-error");

    private protected TagBuilder? HintAbove() =>
        Hint is null ? null : Tag.Of("div", "govuk-hint").With("id", $"{Id}-hint").Saying(Hint);

    private protected TagBuilder? ErrorAbove() => Error is null ? null : Tag.Of("p", "govuk-error-message")
        .With("id", $"{Id}-error")
        .Holding(Tag.Of("span", "govuk-visually-hidden").Saying("Error:"))
        .Saying(" " + Error);
}
