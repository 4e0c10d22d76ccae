using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace EngagementHub.Core.Ui;

/// <summary>One answer out of a few.</summary>
[HtmlTargetElement("radio-group", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class RadioGroupTagHelper : GroupedFieldTagHelper
{
    /// <summary>The answers.</summary>
    public required IEnumerable<Choice> Items { get; set; }

    /// <summary>Smaller controls, for filters and queues.</summary>
    public bool Small { get; set; }

    private protected override TagBuilder Controls() =>
        new ChoiceList("radio", Name, [Value ?? ""]).Write(Items, Small);
}
