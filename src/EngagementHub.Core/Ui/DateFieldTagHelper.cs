using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace EngagementHub.Core.Ui;

/// <summary>A day, asked for as day, month and year; the month may be a name.</summary>
[HtmlTargetElement("date-field", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class DateFieldTagHelper : GroupedFieldTagHelper
{
    private protected override string? Role => "group";

    private TypedDate Typed => TypedDate.In(ModelState, Name) ?? TypedDate.Of(For.Model as DateOnly?);

    private protected override TagBuilder Controls() =>
        Tag.Of("div", "govuk-date-input").With("id", Id).Holding([.. Enum.GetValues<DatePart>().Select(Item)]);

    private TagBuilder Item(DatePart part)
    {
        var id = Tag.Id($"{Name}.{part}");

        return Tag.Of("div", "govuk-date-input__item").Holding(Tag.Of("div", "govuk-form-group").Holding(
            Tag.Of("label", "govuk-label", "govuk-date-input__label").With("for", id).Saying(part.ToString()),
            Input(part).With("id", id)));
    }

    private TagBuilder Input(DatePart part) => Tag
        .Of("input", "govuk-input", "govuk-date-input__input", part is DatePart.Year ? "govuk-input--width-4" : "govuk-input--width-2", IsWrong(part) ? "govuk-input--error" : null)
        .With("name", $"{Name}.{part}")
        .With("type", "text")
        .With("inputmode", "numeric")
        .With("value", Typed[part]);

    private bool IsWrong(DatePart part) => Error is not null && (Typed.WrongPart is null || Typed.WrongPart == part);
}
