using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace EngagementHub.Core.Ui;

/// <summary>A field of several controls under one legend.</summary>
public abstract class GroupedFieldTagHelper : FieldTagHelper
{
    /// <summary>What the group asks for.</summary>
    public required string Legend { get; set; }

    /// <summary>s, m, l or xl; left out, the legend is plain text.</summary>
    public string? LegendSize { get; set; }

    /// <summary>True where the legend is the page's only heading.</summary>
    public bool IsHeading { get; set; }

    // JAWS leaves out the description of a fieldset of text inputs unless its role is stated.
    private protected virtual string? Role => null;

    private protected abstract TagBuilder Controls();

    private protected override IHtmlContent Body() => Tag.Of("fieldset", "govuk-fieldset")
        .With("role", Role)
        .With("aria-describedby", DescribedBy())
        .Holding(LegendAbove(), HintAbove(), ErrorAbove(), Controls());

    private TagBuilder LegendAbove()
    {
        var legend = Tag.Of("legend", "govuk-fieldset__legend", LegendSize is null ? null : $"govuk-fieldset__legend--{LegendSize}");

        return IsHeading
            ? legend.Holding(Tag.Of("h1", "govuk-fieldset__heading").Saying(Legend))
            : legend.Saying(Legend);
    }
}
