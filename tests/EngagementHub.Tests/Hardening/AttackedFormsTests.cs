using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Mvc.Testing.Handlers;

namespace EngagementHub.Tests.Hardening;

/// <summary>Every form that anybody reaches, sent with what no browser would send in every field that takes text; then the whole hub looked at again.</summary>
public sealed class AttackedFormsTests : IAsyncLifetime
{
    // What gets out of its place leaves an element of this name, an attribute that runs, or a line of its own.
    private const string Probe = "x-probe";
    private const string Attack = "\"'></textarea></title></script><x-probe onclick=alert(1)>[a](javascript:alert(1))<img src=x onerror=alert(1)>{{7*7}}\r\nX-Probe: 1";

    private static readonly string[] Texts = ["text", "search", "email", "url", "tel", "hidden"];

    private readonly CrawledHub _hub = new();

    public ValueTask InitializeAsync() => _hub.InitializeAsync();

    public ValueTask DisposeAsync() => _hub.DisposeAsync();

    // What is typed comes back the same from either database.
    [Fact, Trait("Runs", "Once")]
    public async Task Nothing_that_is_typed_into_any_form_becomes_markup_a_header_a_statement_or_a_failure()
    {
        using var statements = new Statements(Probe);
        List<string> wrong = [];
        foreach (var role in CrawledHub.Roles)
        {
            wrong.AddRange(await SendAllAs(role, Attack, hidden: false));
        }

        foreach (var role in (string[])["staff-member", "intranet-editor", "administrator"])
        {
            using var http = await _hub.Browser(role);
            var answers = await new Crawler(http, _hub.Routes).RunAsync();
            wrong.AddRange(answers.SelectMany(a => WrongIn(a.ToString(), (int)a.Status, a.IsPage ? a.Body : "")));
            wrong.AddRange(answers.Where(a => a.Headers.ContainsKey("X-Probe")).Select(a => $"{a}: a header of the sender's"));
        }

        Problems.None(wrong.Distinct());
        Problems.None(statements.FoundIn);
        Assert.True(statements.Heard > 1000, $"only {statements.Heard} statements were heard");
    }

    [Theory]
    [InlineData(20_001)]
    [InlineData(401)]
    public async Task More_than_a_field_takes_is_refused_by_the_hub_and_not_by_the_database(int length)
    {
        Assert.SkipUnless(_hub.HasManyNodes, "The embedded database takes any length: what a page lets through shows on PostgreSQL only");
        List<string> wrong = [];
        foreach (var role in (string[])["staff-member", "head-of-hr", "intranet-editor", "it-service-manager", "administrator"])
        {
            wrong.AddRange(await SendAllAs(role, new string('x', length), hidden: true));
        }

        Problems.None(wrong.Distinct());
    }

    private async Task<List<string>> SendAllAs(string role, string text, bool hidden)
    {
        List<string> wrong = [];
        var browser = new HubClient(_hub.CreateDefaultClient(_hub.ClientOptions.BaseAddress, new RedirectHandler(), new CookieContainerHandler()));
        if (role.Length > 0)
        {
            await browser.SignIn(role);
        }

        using var http = await _hub.Browser(role);
        var seen = new HashSet<string>();
        foreach (var page in (await new Crawler(http, _hub.Routes).RunAsync()).Where(a => a is { Method: "GET", Status: System.Net.HttpStatusCode.OK, IsPage: true }))
        {
            var forms = new HtmlParser().ParseDocument(page.Body).QuerySelectorAll("form").OfType<IHtmlFormElement>();
            foreach (var form in forms.Where(f => !IsLeftAlone(f) && seen.Add($"{page.Route} {f.GetAttribute("action")?.Split('/')[^1]} {f.QuerySelector("button")?.TextContent.Trim()}")))
            {
                wrong.AddRange(await SendAsync(browser, page, form, (text, hidden)));
            }
        }

        Assert.True(seen.Count > (role.Length == 0 ? 0 : 3), $"'{role}' met {seen.Count} forms");
        return wrong;
    }

    // Signing out would end the walk; the demonstration's clock stands outside it.
    private static bool IsLeftAlone(IHtmlFormElement form) => form.GetAttribute("action") is { } action && (action.Contains("sign-out", StringComparison.Ordinal) || action.Contains("sessions", StringComparison.Ordinal) || action.Contains("demonstration", StringComparison.Ordinal));

    private static async Task<IEnumerable<string>> SendAsync(HubClient browser, Answer page, IHtmlFormElement form, (string Text, bool Hidden) typed)
    {
        var button = FormFields.ButtonOf(form, null);
        var attacked = form.QuerySelectorAll("input, textarea").Where(f => Takes(f, typed.Hidden)).Select(f => f.GetAttribute("name")!).Distinct().Select(name => (name, typed.Text)).ToList();
        var values = FormFields.Of(form, button, attacked);
        var action = button?.GetAttribute("formaction") ?? form.GetAttribute("action");
        var path = page.Url.Split('?')[0];
        var url = string.IsNullOrEmpty(action) ? page.Url : action.StartsWith('?') ? path + action : action;
        var isGet = string.Equals(form.Method, "get", StringComparison.OrdinalIgnoreCase);
        var answer = isGet
            ? await browser.Open($"{url.Split('?')[0]}?{string.Join('&', values.Select(v => $"{Uri.EscapeDataString(v.Key)}={Uri.EscapeDataString(v.Value.Length > 1500 ? v.Value[..1500] : v.Value)}"))}")
            : await browser.Send(HttpMethod.Post, url, values);
        return WrongIn($"{(isGet ? "GET" : "POST")} {url} from {page.Url} ({string.Join(", ", attacked.Select(a => a.name))}) answered {(int)answer.Status}", (int)answer.Status, answer.Body);
    }

    private static bool Takes(IElement field, bool hidden) => field.GetAttribute("name") is { Length: > 0 }
        && (field is IHtmlTextAreaElement || (field is IHtmlInputElement { Type: var type } && Texts.Contains(type) && (hidden || type != "hidden")));

    private static IEnumerable<string> WrongIn(string what, int status, string body)
    {
        if (status >= 500)
        {
            yield return what;
        }

        var page = new HtmlParser().ParseDocument(body);
        if (page.QuerySelector($"{Probe}, [onclick], [onerror], a[href^='javascript' i]") is { } escaped)
        {
            yield return $"{what}: {escaped.OuterHtml[..Math.Min(200, escaped.OuterHtml.Length)]}";
        }
    }
}
