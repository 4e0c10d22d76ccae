using System.Globalization;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace EngagementHub.Core.Ui;

/// <summary>Several lines of text; with a limit, what is left is counted as one types.</summary>
[HtmlTargetElement("text-area", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class TextAreaTagHelper : LabelledFieldTagHelper
{
    /// <summary>How many lines are shown.</summary>
    public int Rows { get; set; } = 5;

    /// <summary>The most characters that the page accepts.</summary>
    public int? MaxLength { get; set; }

    private protected override string? GroupClass => MaxLength is null ? null : "govuk-character-count";

    private protected override IHtmlContent Body() =>
        new HtmlContentBuilder().AppendAll(base.Body(), LimitBelow());

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        base.Process(context, output);
        if (MaxLength is { } most)
        {
            output.Attributes.SetAttribute("data-module", "govuk-character-count");
            output.Attributes.SetAttribute("data-maxlength", most.ToString(CultureInfo.InvariantCulture));
        }
    }

    private protected override TagBuilder Control() => Tag
        .Of("textarea", "govuk-textarea", Error is null ? null : "govuk-textarea--error", MaxLength is null ? null : "govuk-js-character-count")
        .With("id", Id)
        .With("name", Name)
        .With("rows", Rows.ToString(CultureInfo.InvariantCulture))
        .With("aria-describedby", DescribedBy(MaxLength is null ? null : $"{Id}-info"))
        // The parser drops a first line break, so a text that begins with one needs a second.
        .Saying("\n" + Value?.ReplaceLineEndings("\n"));

    private TagBuilder? LimitBelow() => MaxLength is null ? null : Tag.Of("div", "govuk-hint", "govuk-character-count__message")
        .With("id", $"{Id}-info")
        .Saying(string.Create(CultureInfo.InvariantCulture, $"You can enter up to {MaxLength:N0} characters"));
}
