using System.Net;
using System.Text.RegularExpressions;
using EngagementHub.Core.Data;
using EngagementHub.Core.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace EngagementHub.Tests.Identity;

public sealed partial class AuditPageTests(HubFixture hub) : IClassFixture<HubFixture>
{
    private static readonly SubjectRef Thing = new("test.thing", Guid.Parse("11111111-2222-3333-4444-555555555555"));

    [Fact]
    public async Task An_administrator_finds_a_line_by_who_what_on_which_thing_and_when()
    {
        await Write("test.thing.opened", People.Olu, "Opened because of =1+1");
        await Write("test.thing.closed", People.Mina, "Closed");
        var ada = await hub.As("admin");

        Assert.Equal(["Olu Office"], Column(await ada.Open("/audit?Who=olu&What=thing"), 2));
        Assert.Equal(["Thing closed"], Column(await ada.Open("/audit?What=thing closed"), 3));
        Assert.Equal(2, Column(await ada.Open($"/audit?On={Thing}&What=test.thing"), 2).Count);
        Assert.Empty(Column(await ada.Open("/audit?What=thing&To.Day=23&To.Month=4&To.Year=2007"), 2));
        Assert.Equal(2, Column(await ada.Open("/audit?What=test.thing&From.Day=24&From.Month=4&From.Year=2007&To.Day=24&To.Month=4&To.Year=2007"), 2).Count);
        Assert.Equal("No line fits. Show all", (await ada.Open("/audit?On=nonsense")).Document.QuerySelector(".hub-empty")!.TextContent.Trim());
    }

    [Fact]
    public async Task A_demonstration_put_back_shows_no_line_of_later_and_the_newest_first_by_its_instant()
    {
        await Write("test.later.second", People.Olu, "second", hub.Clock.Now.AddMinutes(-1));
        await Write("test.later.first", People.Olu, "first", hub.Clock.Now.AddDays(-3));
        await Write("test.later.tomorrow", People.Olu, "tomorrow", hub.Clock.Now.AddDays(1));
        var ada = await hub.As("admin");

        Assert.Equal(3, Column(await ada.Open("/audit?What=test.later"), 3).Count);
        hub.Clock.StandsBack = true;
        var page = await ada.Open("/audit?What=test.later");
        var json = (await ada.Open("/audit?handler=Json&What=test.later")).Body;
        hub.Clock.StandsBack = false;

        Assert.Equal(["second", "first"], Column(page, 5));
        Assert.DoesNotContain("tomorrow", json, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_line_is_about_is_said_in_words_and_can_be_chosen()
    {
        await Write("test.words.spoken", People.Olu, "Said", on: new("conversation.code", Thing.Id));
        await Write("test.words.written", People.Olu, "Done", on: new("identity.staff", People.Tom.Value));
        var ada = await hub.As("admin");

        Assert.Equal(["Tom Taylor · all on it", "The code of conduct · all on it"], Column(await ada.Open("/audit?What=words"), 4).Select(Plain));
        var chosen = await ada.Open("/audit?What=words&On=conversation.code");
        Assert.Equal(["The code of conduct · all on it"], Column(chosen, 4).Select(Plain));
        Assert.Equal("The code of conduct", chosen.Document.QuerySelector("#On option[selected]")!.TextContent);
        Assert.DoesNotContain(chosen.Document.QuerySelectorAll("#On option"), o => o.TextContent.Contains('.', StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_number_of_a_person_in_a_reason_is_read_as_the_name_and_stays_a_number_in_the_file()
    {
        var unknown = Guid.Parse("99999999-2222-3333-4444-555555555555");
        await Write("test.given.on", People.Olu, $"from nobody to {People.Tom} by 2007-04-30, theme {unknown} and {unknown}");
        var ada = await hub.As("admin");

        Assert.Equal([$"from nobody to Tom Taylor by 2007-04-30, theme {unknown} and {unknown}"], Column(await ada.Open("/audit?What=given on"), 5));
        Assert.Contains($"to {People.Tom} by", (await ada.Open("/audit?handler=Csv&What=given on")).Body, StringComparison.Ordinal);
    }

    /// <summary>Every kind that the source names a thing by is called something, whichever module writes it into the trail.</summary>
    [Fact]
    public void Every_kind_of_thing_is_called_something()
    {
        var known = hub.Services.GetRequiredService<ModuleCatalog>().Things;
        var named = Directory.EnumerateFiles(Path.Combine(HostProcess.Root, "src"), "*.cs", SearchOption.AllDirectories).Where(f => !f.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .SelectMany(f => Kinds().Matches(File.ReadAllText(f)).Select(m => m.Groups[1].Value)).Distinct().ToList();

        Assert.True(named.Count > 25, string.Join(' ', named));
        Assert.Empty(named.Except(known.Keys));
        Assert.All(known.Values, words => Assert.Matches("^[A-Z][a-z]* ?[a-z]", words));
    }

    [Fact]
    public async Task Nobody_else_reads_it()
    {
        (await (await hub.As("mina")).Open("/audit")).MustBe(HttpStatusCode.Forbidden);
        (await (await hub.As("tom")).Open("/audit?handler=Csv")).MustBe(HttpStatusCode.Forbidden);
        Assert.StartsWith("/account/sign-in", (await (await hub.As("")).Open("/audit?handler=Json")).Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_leaves_as_a_table_that_runs_no_formula_and_as_lines_of_json()
    {
        await Write("test.formula.written", People.Olu, "=HYPERLINK(\"https://evil.example\")\r\nsecond line");
        var ada = await hub.As("admin");

        var csv = (await ada.Open("/audit?handler=Csv&What=formula")).Body;
        var json = (await ada.Open("/audit?handler=Json&What=formula")).Body;

        Assert.StartsWith("entry,when,who,what,on,why,place,seal\r\n", csv, StringComparison.Ordinal);
        Assert.Contains("\"'=HYPERLINK(\"\"https://evil.example\"\")\r\nsecond line\"", csv, StringComparison.Ordinal);
        Assert.Equal("test.formula.written", System.Text.Json.JsonDocument.Parse(Assert.Single(json.TrimEnd('\n').Split('\n'))).RootElement.GetProperty("what").GetString());
    }

    [Fact]
    public async Task Of_a_line_that_names_nobody_the_hour_is_not_told()
    {
        await Write("test.nobody.done", null, "Done");
        var ada = await hub.As("admin");

        var page = await ada.Open("/audit?What=nobody");

        Assert.Equal(["24 April 2007"], Column(page, 1));
        Assert.DoesNotContain("T09:", (await ada.Open("/audit?handler=Json&What=nobody")).Body, StringComparison.Ordinal);
        Assert.DoesNotContain("09:00", page.Document.QuerySelector("main table")!.OuterHtml, StringComparison.Ordinal);
    }

    private static IReadOnlyList<string> Column(HubPage page, int number) =>
        [.. page.Document.QuerySelectorAll($"main tbody td:nth-child({number})").Select(c => c.TextContent.Trim())];

    private static string Plain(string cell) => string.Join(' ', cell.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).Split(": entry")[0];

    [GeneratedRegex("(?:SubjectRef\\(|Kind = )\"([a-z]+\\.[a-z-]+)\"")]
    private static partial Regex Kinds();

    private Task<object?> Write(string what, StaffId? by, string why, DateTimeOffset? at = null, SubjectRef? on = null) => hub.In<object?>((_, db) =>
    {
        db.Audit.Add(AuditEntry.From(new AuditLine(by, at ?? hub.Clock.Now, what, on ?? Thing, why)));
        return Task.FromResult<object?>(null);
    });
}
