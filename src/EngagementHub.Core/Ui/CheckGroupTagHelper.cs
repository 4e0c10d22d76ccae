using System.Collections;
using System.Globalization;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace EngagementHub.Core.Ui;

/// <summary>Any number of answers out of a few, bound to a list.</summary>
[HtmlTargetElement("check-group", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class CheckGroupTagHelper : GroupedFieldTagHelper
{
    /// <summary>The answers.</summary>
    public required IEnumerable<Choice> Items { get; set; }

    /// <summary>Smaller controls, for filters and queues.</summary>
    public bool Small { get; set; }

    private protected override TagBuilder Controls() =>
        new ChoiceList("checkbox", Name, Chosen()).Write(Items, Small);

    private List<string> Chosen() => ModelState[Name]?.RawValue switch
    {
        string[] several => [.. several],
        string one => [one],
        _ => [.. (For.Model as IEnumerable ?? Array.Empty<string>()).Cast<object>().Select(Text)],
    };

    private static string Text(object value) => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "";
}
