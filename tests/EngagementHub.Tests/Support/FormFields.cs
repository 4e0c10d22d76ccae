using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace EngagementHub.Tests.Support;

/// <summary>What a browser would send for a form, with some fields typed over.</summary>
internal static class FormFields
{
    public static IElement? ButtonOf(IHtmlFormElement form, string? label)
    {
        var buttons = form.QuerySelectorAll("button, input[type=submit]");
        return label is null
            ? buttons.FirstOrDefault()
            : buttons.FirstOrDefault(b => b.GetAttribute("value") == label || b.TextContent.Trim().StartsWith(label, StringComparison.Ordinal))
                ?? throw new InvalidOperationException($"the form has no button '{label}'");
    }

    public static List<KeyValuePair<string, string>> Of(IHtmlFormElement form, IElement? button, IReadOnlyList<(string Name, string Value)> typed)
    {
        var names = typed.Select(t => t.Name).ToHashSet();
        List<KeyValuePair<string, string>> sent = [];
        foreach (var field in form.QuerySelectorAll("input, textarea, select"))
        {
            var name = field.GetAttribute("name");
            if (name is not null && !names.Contains(name) && ValueOf(field) is { } value)
            {
                sent.Add(new(name, value));
            }
        }

        if (button?.GetAttribute("name") is { Length: > 0 } pressed)
        {
            sent.Add(new(pressed, button.GetAttribute("value") ?? ""));
        }

        sent.AddRange(typed.Select(t => KeyValuePair.Create(t.Name, t.Value)));
        return sent;
    }

    private static string? ValueOf(IElement field) => field switch
    {
        _ when field.HasAttribute("disabled") => null,
        IHtmlInputElement { Type: "checkbox" or "radio" } box => box.IsChecked ? box.GetAttribute("value") ?? "on" : null,
        IHtmlInputElement { Type: "submit" or "button" or "file" } => null,
        IHtmlInputElement input => input.Value,
        IHtmlTextAreaElement area => area.Value,
        IHtmlSelectElement select => select.Value,
        _ => null,
    };
}
