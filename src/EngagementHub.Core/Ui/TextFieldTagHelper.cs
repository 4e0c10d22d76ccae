using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace EngagementHub.Core.Ui;

/// <summary>One line of text.</summary>
[HtmlTargetElement("text-field", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class TextFieldTagHelper : LabelledFieldTagHelper
{
    /// <summary>How many characters the answer is likely to have: 2, 3, 4, 5, 10, 20 or 30.</summary>
    public int? Width { get; set; }

    /// <summary>The input's type.</summary>
    public string Type { get; set; } = "text";

    /// <summary>What the browser may fill in, as in the HTML standard.</summary>
    public string? Autocomplete { get; set; }

    /// <summary>The keyboard to offer, such as numeric.</summary>
    public string? Inputmode { get; set; }

    /// <summary>The unit, shown behind the field; name it in the label too.</summary>
    public string? Suffix { get; set; }

    /// <summary>False for names and codes.</summary>
    public bool? Spellcheck { get; set; }

    private protected override TagBuilder Control()
    {
        var input = Input();
        return Suffix is null ? input : Tag.Of("div", "govuk-input__wrapper")
            .Holding(input, Tag.Of("div", "govuk-input__suffix").With("aria-hidden", "true").Saying(Suffix));
    }

    private TagBuilder Input() => Tag
        .Of("input", "govuk-input", Width is null ? null : $"govuk-input--width-{Width}", Error is null ? null : "govuk-input--error")
        .With("id", Id)
        .With("name", Name)
        .With("type", Type)
        .With("value", Type == "password" ? null : Value)
        .With("autocomplete", Autocomplete)
        .With("inputmode", Inputmode)
        .With("spellcheck", Spellcheck is null ? null : Spellcheck.Value ? "true" : "false")
        .With("aria-describedby", DescribedBy());
}
