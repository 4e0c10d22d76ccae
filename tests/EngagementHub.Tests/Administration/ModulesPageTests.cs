using System.Net;
using AngleSharp.Html.Dom;

namespace EngagementHub.Tests.Administration;

public sealed class ModulesPageTests : IAsyncLifetime
{
    private const string Url = "/administration/modules";

    private readonly HubFixture _hub = new();

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => _hub.DisposeAsync();

    [Fact]
    public async Task A_module_switched_off_goes_on_until_the_next_start_and_comes_back_when_switched_on()
    {
        var ada = await _hub.As("admin");
        var kept = await Without(await ada.Open(Url), "Surveys");

        Assert.Contains("Waits for the next start", kept.Text, StringComparison.Ordinal);
        Assert.Contains("Ada Administrator: off: Surveys", kept.Text, StringComparison.Ordinal);
        (await ada.Open("/surveys")).MustBe(HttpStatusCode.OK);
        await using (var again = new Restarted(_hub))
        {
            var after = await again.As("admin");
            (await after.Open("/surveys")).MustBe(HttpStatusCode.NotFound);
            var page = await after.Open(Url);
            Assert.DoesNotContain("Waits for the next start", page.Text, StringComparison.Ordinal);
            await page.Submit([.. Ticked(page).Append("Surveys").Select(m => ("On", m))]);
        }

        await using var third = new Restarted(_hub);
        (await (await third.As("admin")).Open("/surveys")).MustBe(HttpStatusCode.OK);
        Assert.Contains("modules-off", (await ada.Open("/audit?What=chosen")).Text.Replace("Modules off", "modules-off", StringComparison.OrdinalIgnoreCase), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Identity", "The hub cannot start without Identity")]
    [InlineData("Administration", "The hub cannot start without Administration")]
    [InlineData("Conversation", "needs Conversation: switch both off or neither")]
    public async Task What_others_stand_on_is_not_switched_off(string module, string words)
    {
        var page = await Without(await (await _hub.As("admin")).Open(Url), module);

        page.MustBe(HttpStatusCode.UnprocessableEntity);
        Assert.Contains(words, Assert.Single(page.Errors), StringComparison.Ordinal);
        Assert.DoesNotContain(module, Ticked(page));
    }

    [Fact]
    public async Task What_the_machine_switches_off_stays_off_whatever_is_chosen()
    {
        await using var off = new Restarted(_hub) { Off = ["Surveys"] };
        var page = await (await off.As("admin")).Open(Url);
        await page.Submit([.. Ticked(page).Append("Surveys").Select(m => ("On", m))]);

        await using var again = new Restarted(_hub) { Off = ["Surveys"] };
        (await (await again.As("admin")).Open("/surveys")).MustBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_theme_that_is_not_there_is_refused()
    {
        var page = await (await (await _hub.As("admin")).Open(Url)).Submit(("Theme", "Baroque"));

        page.MustBe(HttpStatusCode.UnprocessableEntity);
        Assert.Equal("Choose one of the themes", Assert.Single(page.Errors));
    }

    [Fact]
    public async Task Saving_without_a_change_chooses_nothing()
    {
        var page = await (await (await _hub.As("admin")).Open(Url)).Submit();

        page.MustBe(HttpStatusCode.OK);
        Assert.DoesNotContain("Chosen before", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_but_an_administrator_comes_here()
    {
        foreach (var name in (string[])["tom", "mina", "office", "sid"])
        {
            (await (await _hub.As(name)).Open(Url)).MustBe(HttpStatusCode.Forbidden);
            (await (await _hub.As(name)).Post(Url, ("Theme", "GovUk"))).MustBe(HttpStatusCode.Forbidden);
        }
    }

    private static Task<HubPage> Without(HubPage page, string module) => page.Submit([.. Ticked(page).Where(m => m != module).Select(m => ("On", m))]);

    private static IEnumerable<string> Ticked(HubPage page) => page.Document.QuerySelectorAll("input[name=On]").OfType<IHtmlInputElement>().Where(b => b.IsChecked).Select(b => b.Value);
}
