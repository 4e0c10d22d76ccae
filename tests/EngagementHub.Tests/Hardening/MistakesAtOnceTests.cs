using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Mvc.Testing.Handlers;

namespace EngagementHub.Tests.Hardening;

/// <summary>Every form that anybody reaches, sent with mistakes in all its fields, and again with those put right that were named: nobody is told of a mistake only after another one is mended.</summary>
public sealed class MistakesAtOnceTests : IAsyncLifetime
{
    private readonly CrawledHub _hub = new();

    public ValueTask InitializeAsync() => _hub.InitializeAsync();

    public ValueTask DisposeAsync() => _hub.DisposeAsync();

    public static TheoryData<string, bool> Everybody =>
        new(CrawledHub.Roles.Where(r => r.Length > 0).SelectMany(r => (bool[])[false, true], (role, overlong) => (role, overlong)));

    [Theory, MemberData(nameof(Everybody))]
    public async Task Nobody_learns_of_a_mistake_only_after_another_one_is_mended(string role, bool overlong)
    {
        List<string> wrong = [];
        var (sent, seen) = (0, new HashSet<string>());
        var browser = new HubClient(_hub.CreateDefaultClient(_hub.ClientOptions.BaseAddress, new RedirectHandler(), new CookieContainerHandler()));
        await browser.SignIn(role);
        foreach (var page in (await _hub.VisitAs(role)).Answers.Where(a => a is { Method: "GET", Status: System.Net.HttpStatusCode.OK, IsPage: true }))
        {
            foreach (var form in new HtmlParser().ParseDocument(page.Body).QuerySelectorAll("main form").OfType<IHtmlFormElement>().Where(f => IsFilledIn(f) && seen.Add($"{page.Route} {f.QuerySelector("button")?.TextContent.Trim()}")))
            {
                var mistaken = new MistakenForm(browser, page.Url, form, overlong);
                sent++;
                wrong.AddRange(await mistaken.NamedLate());
            }
        }

        Problems.None(wrong);
        Assert.True(sent > 3, $"'{role}' met {sent} forms");
    }

    private static bool IsFilledIn(IHtmlFormElement form) => string.Equals(form.Method, "post", StringComparison.OrdinalIgnoreCase)
        && form.GetAttribute("action")?.Contains("demonstration", StringComparison.Ordinal) != true
        && form.QuerySelectorAll("input:not([type=hidden]), textarea, select").Length > 1;
}
