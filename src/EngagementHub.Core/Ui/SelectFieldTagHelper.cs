using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace EngagementHub.Core.Ui;

/// <summary>A choice from a long list.</summary>
[HtmlTargetElement("select-field", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class SelectFieldTagHelper : LabelledFieldTagHelper
{
    /// <summary>What can be chosen.</summary>
    public required IEnumerable<SelectListItem> Items { get; set; }

    /// <summary>The first line, which chooses nothing, such as "Choose a person".</summary>
    public string? Empty { get; set; }

    private protected override TagBuilder Control()
    {
        var select = Tag.Of("select", "govuk-select", Error is null ? null : "govuk-select--error")
            .With("id", Id)
            .With("name", Name)
            .With("aria-describedby", DescribedBy());
        if (Empty is not null)
        {
            select.Holding(Tag.Of("option").With("value", "").Saying(Empty));
        }

        return select.Holding([.. Items.Select(Option)]);
    }

    private TagBuilder Option(SelectListItem item) => Tag.Of("option")
        .With("value", item.Value)
        .When(IsChosen(item), "selected")
        .When(item.Disabled, "disabled")
        .Saying(item.Text);

    private bool IsChosen(SelectListItem item) =>
        string.IsNullOrEmpty(Value) ? item.Selected : Value == (item.Value ?? item.Text);
}
