using System.Globalization;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace EngagementHub.Core.Ui;

/// <summary>Radios or check boxes, one below the other; the first has the field's own id, so that an error can lead to it.</summary>
internal sealed record ChoiceList(string Type, string Name, IReadOnlyCollection<string> Chosen)
{
    private string Block => Type == "radio" ? "govuk-radios" : "govuk-checkboxes";

    public TagBuilder Write(IEnumerable<Choice> choices, bool small) =>
        Tag.Of("div", Block, small ? $"{Block}--small" : null)
            .With("data-module", Block)
            .Holding([.. choices.Select((choice, index) => Item(choice, index))]);

    public TagBuilder Item(Choice choice, int index, string? describedBy = null)
    {
        var id = Tag.Id(Name) + (index == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"-{index + 1}"));
        var hintId = choice.Hint is null ? null : $"{id}-item-hint";

        return Tag.Of("div", $"{Block}__item").Holding(
            Input(choice, id).With("aria-describedby", Tag.Words(describedBy, hintId)),
            Tag.Of("label", "govuk-label", $"{Block}__label").With("for", id).Saying(choice.Label),
            hintId is null ? null : Tag.Of("div", "govuk-hint", $"{Block}__hint").With("id", hintId).Saying(choice.Hint));
    }

    private TagBuilder Input(Choice choice, string id) => Tag.Of("input", $"{Block}__input")
        .With("id", id)
        .With("name", Name)
        .With("type", Type)
        .With("value", choice.Value)
        .When(Chosen.Contains(choice.Value), "checked");
}
