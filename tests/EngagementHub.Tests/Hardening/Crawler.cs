using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Routing.Template;

namespace EngagementHub.Tests.Hardening;

/// <summary>Follows links from the front page, and tries every address without a parameter; of each kind of address a few.</summary>
internal sealed class Crawler(HttpClient http, IReadOnlyList<HubRoute> routes)
{
    private const int MostOfAKind = 3;

    // Outside the crawl: it moves the clock that stands still in tests.
    private static readonly string[] Avoided = ["/demonstration/clock"];

    // Where links lead only while somebody has work to do there.
    private static readonly string[] Places =
    [
        .. Below($"/responses/blogging.period/{StableId.From("hr-april-2007")}", "", "/themes", $"/sort/{StableId.From("comment/hr-03")}", "/suggestions", "/digest", "/undo", "/clearance"),
        .. Below($"/responses/themes/{StableId.From("responses.theme/hr-bonus")}", "", "/ask", "/rename", "/merge", "/split", "/reorder", "/history"),
        .. Below($"/responses/questions/{StableId.From("responses.question/hr-q-criteria")}", "/reword", "/answer", "/give", "/hand-on", "/note", "/clear", "/publish", "/correct"),
        $"/responses/questions/{StableId.From("responses.question/it-q-days")}/not-answered",
        $"/responses/digests/{StableId.From("responses.digest/hr-digest-one")}/correct",
        .. Below($"/promises/{StableId.From("responses.promise/ag-p-letters")}", "", "/keep", "/change", "/drop", "/give", "/measure", "/overrule"),
        "/api/v1/services/new-account", "/api/v1/services/new-account/levels/delivered/months/2007-02/revisions", "/service-levels/pay/paid-correctly/count", "/no-such-page", "/status/404",
    ];

    private readonly List<(TemplateMatcher Matcher, string Pattern)> _matchers =
    [
        .. routes.Where(r => r.Takes("GET")).Select(r => r.Pattern).Distinct().Select(p => (Template: TemplateParser.Parse(p.TrimStart('/')), Pattern: p))
            .OrderBy(t => RoutePrecedence.ComputeInbound(t.Template)).Select(t => (new TemplateMatcher(t.Template, []), t.Pattern)),
    ];

    private readonly Dictionary<string, int> _ofAKind = [];
    private readonly HashSet<string> _seen = [];
    private readonly Queue<string> _toVisit = [];
    private readonly List<Answer> _answers = [];

    public async Task<IReadOnlyList<Answer>> RunAsync()
    {
        Find("/");
        foreach (var place in Places)
        {
            Find(place);
        }

        foreach (var route in routes.Where(r => r.Takes("GET") && !r.Pattern.Contains('{', StringComparison.Ordinal)))
        {
            Find(route.Pattern);
        }

        while (_toVisit.TryDequeue(out var url))
        {
            await VisitAsync(url);
        }

        return _answers;
    }

    private async Task VisitAsync(string url)
    {
        var answer = await Answer.To(http, HttpMethod.Get, url);
        _answers.Add(answer);
        if (_ofAKind[Kind(url)] == 1)
        {
            _answers.Add(await Answer.To(http, HttpMethod.Head, url));
        }

        if (answer.Header("Location") is { Length: > 0 } next)
        {
            Find(next.Replace("https://localhost", "", StringComparison.Ordinal));
        }

        if (answer.IsPage)
        {
            foreach (var element in new HtmlParser().ParseDocument(answer.Body).QuerySelectorAll("a[href], link[href], img[src], script[src]"))
            {
                Find(element.GetAttribute("href") ?? element.GetAttribute("src")!);
            }
        }
    }

    private void Find(string url)
    {
        var place = url.Split('#')[0];
        if (!place.StartsWith('/') || place.StartsWith("//", StringComparison.Ordinal) || Avoided.Contains(place) || !_seen.Add(place))
        {
            return;
        }

        var count = _ofAKind[Kind(place)] = _ofAKind.GetValueOrDefault(Kind(place)) + 1;
        if (count <= MostOfAKind)
        {
            _toVisit.Enqueue(place);
        }
    }

    private static IEnumerable<string> Below(string place, params IReadOnlyList<string> ends) => ends.Select(end => place + end);

    private string Kind(string url)
    {
        var path = url.Split('?')[0];
        var pattern = _matchers.FirstOrDefault(m => m.Matcher.TryMatch(path, [])).Pattern ?? path;
        return url.Contains('?', StringComparison.Ordinal) ? $"{pattern}?" : pattern;
    }
}
