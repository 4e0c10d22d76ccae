using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace EngagementHub.Core.Ui;

/// <summary>A field with one control and one label.</summary>
public abstract class LabelledFieldTagHelper : FieldTagHelper
{
    /// <summary>What the field asks for.</summary>
    public required string Label { get; set; }

    /// <summary>s, m, l or xl; left out, the label is plain text.</summary>
    public string? LabelSize { get; set; }

    /// <summary>True where the label is the page's only heading.</summary>
    public bool IsHeading { get; set; }

    private protected abstract TagBuilder Control();

    private protected override IHtmlContent Body() =>
        new HtmlContentBuilder().AppendAll(LabelAbove(), HintAbove(), ErrorAbove(), Control());

    private TagBuilder LabelAbove()
    {
        var label = Tag.Of("label", "govuk-label", LabelSize is null ? null : $"govuk-label--{LabelSize}")
            .With("for", Id)
            .Saying(Label);

        return IsHeading ? Tag.Of("h1", "govuk-label-wrapper").Holding(label) : label;
    }
}
