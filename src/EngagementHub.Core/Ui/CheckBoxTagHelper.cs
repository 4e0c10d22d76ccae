using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace EngagementHub.Core.Ui;

/// <summary>One box to tick, bound to a bool.</summary>
[HtmlTargetElement("check-box", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class CheckBoxTagHelper : FieldTagHelper
{
    /// <summary>What ticking says.</summary>
    public required string Label { get; set; }

    private bool IsTicked => string.Equals(Value, "true", StringComparison.OrdinalIgnoreCase);

    private protected override IHtmlContent Body()
    {
        var box = new ChoiceList("checkbox", Name, IsTicked ? ["true"] : []);
        var item = box.Item(new Choice("true", Label, Hint), 0, Error is null ? null : $"{Id}-error");

        return new HtmlContentBuilder().AppendAll(
            ErrorAbove(),
            Tag.Of("div", "govuk-checkboxes").With("data-module", "govuk-checkboxes").Holding(item));
    }
}
