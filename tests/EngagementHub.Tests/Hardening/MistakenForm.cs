using System.Text.RegularExpressions;
using AngleSharp.Html.Dom;

namespace EngagementHub.Tests.Hardening;

/// <summary>A form filled in wrongly everywhere, then put right only where the answer said so.</summary>
internal sealed partial class MistakenForm(HubClient browser, string url, IHtmlFormElement form, bool overlong)
{
    private readonly Dictionary<string, string> _wrong = Names(form).ToDictionary(n => n, n => Wrong(form, n, overlong));

    /// <summary>What the second answer names that the first one was silent about.</summary>
    public async Task<IReadOnlyList<string>> NamedLate()
    {
        var first = await Send([]);
        if (first.Status != System.Net.HttpStatusCode.UnprocessableEntity || Fields(first).Count == 0)
        {
            return [];
        }

        var named = Fields(first);
        var second = await Send([.. named.Keys.SelectMany(id => PutRight(first.Document, id))]);
        return [.. Fields(second).Where(late => !named.ContainsKey(late.Key) && !Dependent.Any(late.Value.Contains)).Select(late => $"{url} ({form.QuerySelector("button")?.TextContent.Trim()}): “{late.Value}” was said only after “{string.Join("”, “", named.Values)}”")];
    }

    private Task<HubPage> Send(IReadOnlyList<(string Name, string Value)> right)
    {
        var button = FormFields.ButtonOf(form, null);
        var typed = _wrong.Where(w => !right.Any(r => r.Name == w.Key) && w.Value != Unset).Select(w => (w.Key, w.Value));
        var values = FormFields.Of(form, button, [.. typed, .. right]).Where(v => !(_wrong.TryGetValue(v.Key, out var wrong) && wrong == Unset && !right.Any(r => r.Name == v.Key))).ToList();
        var action = button?.GetAttribute("formaction") ?? form.GetAttribute("action");
        return browser.Send(HttpMethod.Post, string.IsNullOrEmpty(action) ? url : action.StartsWith('?') ? url.Split('?')[0] + action : action, values);
    }

    // What depends on the rest of the form: whether it is asked at all, on what was chosen, or what the rest comes to.
    private static readonly string[] Dependent = ["Enter a whole number, for example 5", "People have already written here on the promise", "Write at least one section", "Name the column that holds the ticket", "as a category and a service's short name"];

    private const string Unset = "(not chosen)";

    private static IEnumerable<string> Names(IHtmlFormElement form) => form.QuerySelectorAll("input:not([type=hidden]):not([type=file]), textarea, select")
        .Select(f => f.GetAttribute("name")).OfType<string>().Distinct();

    // What a person can do wrong: type too much or nothing, choose nothing where nothing is chosen at first.
    private static string Wrong(IHtmlFormElement form, string name, bool overlong) => form.QuerySelectorAll($"[name='{name}']")[0] switch
    {
        IHtmlInputElement { Type: "radio" or "checkbox" } => Unset,
        IHtmlSelectElement select when select.Options.Any(o => o.Value.Length == 0) => "",
        IHtmlSelectElement => Unset,
        _ => overlong ? new string('x', 30_000) : "",
    };

    // A summary's sentence by the field it leads to; a date is one field, whichever of its parts is wrong.
    private static Dictionary<string, string> Fields(HubPage page) => page.Document.QuerySelectorAll(".govuk-error-summary__list a")
        .DistinctBy(a => Part().Replace(a.GetAttribute("href")!, "")).ToDictionary(a => Part().Replace(a.GetAttribute("href")!, ""), a => a.TextContent.Trim());

    private static IEnumerable<(string Name, string Value)> PutRight(IHtmlDocument page, string id)
    {
        var field = page.GetElementById(id[1..]);
        var name = field?.GetAttribute("name");
        return (field, name) switch
        {
            (IHtmlInputElement { Type: "radio" or "checkbox" } box, not null) => [(name, box.GetAttribute("value") ?? "on")],
            (IHtmlSelectElement select, not null) => [(name, select.Options.FirstOrDefault(o => o.Value.Length > 0)?.Value ?? "")],
            (IHtmlInputElement { Type: "email" }, not null) => [(name, "somebody@department.example")],
            (IHtmlInputElement input, not null) when input.GetAttribute("inputmode") is "numeric" or "decimal" => [(name, "30")],
            (_, not null) => [(name, "Words that say what is meant")],
            _ => page.QuerySelectorAll("input").Where(i => i.Id is { } part && Part().IsMatch(part) && $"#{Part().Replace(part, "")}" == id)
                .Select(i => (i.GetAttribute("name")!, i.Id!.EndsWith("Day", StringComparison.Ordinal) ? "30" : i.Id.EndsWith("Month", StringComparison.Ordinal) ? "4" : "2007")),
        };
    }

    [GeneratedRegex("[._-](Day|Month|Year)$")]
    private static partial Regex Part();
}
