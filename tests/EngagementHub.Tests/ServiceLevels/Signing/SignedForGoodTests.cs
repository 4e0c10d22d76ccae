using System.Text.RegularExpressions;
using EngagementHub.Core.Data;
using EngagementHub.ServiceLevels.Catalogue;
using EngagementHub.ServiceLevels.Figures;
using EngagementHub.ServiceLevels.Signing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace EngagementHub.Tests.ServiceLevels.Signing;

/// <summary>
/// February 2007 of three levels is signed. Then follows whatever comes up: calendars, bank holidays and promises change, tickets arrive late, are corrected,
/// retracted, reopened, made void and moved. Nothing of it moves what was signed, and every ticket that stands otherwise is told why.
/// </summary>
public sealed class SignedForGoodTests(ServiceLevelsHub hub) : IClassFixture<ServiceLevelsHub>
{
    private static readonly DateOnly February = new(2007, 2, 1);
    private static readonly string[] OfRules = [Cause.Calendar, Cause.Holidays, Cause.Method];
    private readonly PastEdits _edits = new(hub);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task No_sequence_of_edits_moves_a_signed_month_and_each_difference_is_explained(int seed)
    {
        var service = await _edits.BeginAsync(seed);
        var signed = await SignAsync(service);
        var before = await ShownAsync(service, signed);
        for (var i = 0; i < 12; i++)
        {
            var told = await _edits.EditAsync();
            foreach (var (month, text, rows) in signed)
            {
                await AssertStandsAsync(month, text, rows, $"seed {seed}, edit {i}: {told}");
            }
        }

        Assert.Equal(before, await ShownAsync(service, signed));
        var (exit, output, _) = await hub.Run("verify-months");
        Assert.True(exit == 0, output);
    }

    [Fact]
    public async Task Bank_holidays_that_were_merged_later_are_told_as_the_cause()
    {
        var service = await _edits.BeginAsync(10);
        var signed = await SignAsync(service);
        Assert.Contains("a day nobody knew of", await _edits.ProclaimAsync([.. Enumerable.Range(1, 20).Select(day => February.AddDays(day))]), StringComparison.Ordinal);

        var drift = await hub.In((services, db) => DriftAsync(services, db, signed[0].Month));

        Assert.NotEmpty(drift.Tickets);
        Assert.All(drift.Tickets, moved => Assert.Equal(Cause.Holidays, moved.Cause.Kind));
        Assert.Contains("bank holiday (a day nobody knew of)", drift.Tickets[0].Cause.Detail, StringComparison.Ordinal);
        Assert.Matches("Version 1 then, 2 now", drift.Tickets[0].Cause.Detail);
        Assert.NotEqual(drift.Now.Rules.Holidays, signed[0].Month.Rules.Holidays);
    }

    private Task<List<(SignedMonth Month, string Text, string Rows)>> SignAsync(string slug) => hub.In(async (services, db) =>
    {
        List<(SignedMonth, string, string)> signed = [];
        foreach (var report in await ReportsAsync(services, db, slug))
        {
            var month = await services.GetRequiredService<MonthReader>().ReadAsync(report, February, Cancellation);
            if (month.Obstacle(hub.Clock.Now) is null)
            {
                var record = SignedMonth.Sign(month, MonthBuilder.Words, null, new Signature(People.Sid, "Sid Service", "Head of Service Delivery", hub.Clock.Now));
                db.Add(record);
                signed.Add((record, MonthRecord.TextOf(record), MonthRecord.TextOf(record.Rows)));
            }
        }

        Assert.NotEmpty(signed);
        return signed;
    });

    private Task<int> AssertStandsAsync(SignedMonth signed, string text, string rows, string told) => hub.In(async (services, db) =>
    {
        var stored = await db.Set<SignedMonth>().AsNoTracking().SingleAsync(month => month.Id == signed.Id, Cancellation);
        var frozen = await services.GetRequiredService<DriftReader>().RowsAsync(stored, Cancellation);
        Assert.True(text == MonthRecord.TextOf(stored) && rows == MonthRecord.TextOf(frozen) && MonthRecord.IsWhole(stored, frozen), told);
        var drift = await DriftAsync(services, db, stored);
        foreach (var moved in drift.Tickets)
        {
            var byRules = OfRules.Contains(moved.Cause.Kind);
            Assert.True(byRules ? _edits.Rules.Contains(moved.Cause.Kind) : _edits.Touched.Contains(moved.Ticket), $"{told}: {moved.Ticket} \"{moved.Cause.Kind}\", {moved.Cause.Detail}");
        }

        Assert.True(!drift.FigureMoved || drift.Tickets.Count > 0 || _edits.Rules.Contains(Cause.Method), $"{told}: the figure moved and no ticket says why");
        return 0;
    });

    private static async Task<Drift> DriftAsync(IServiceProvider services, HubDb db, SignedMonth signed)
    {
        var report = (await ReportsAsync(services, db, signed.Of[..signed.Of.IndexOf('/')])).Single(report => report.Level.Id == signed.LevelId);
        var (drifts, months) = (services.GetRequiredService<DriftReader>(), services.GetRequiredService<MonthReader>());
        return await drifts.ReadAsync(signed, await months.ReadAsync(report, signed.Month, Cancellation), Cancellation);
    }

    private static async Task<IReadOnlyList<LevelReport>> ReportsAsync(IServiceProvider services, HubDb db, string slug) =>
        await services.GetRequiredService<Scoreboard>().OfAsync(await db.Set<Service>().AsNoTracking().SingleAsync(service => service.Slug == slug, Cancellation), Cancellation);

    // What people are shown: the figure on the month's page, the record, its rows and the interface.
    private async Task<string> ShownAsync(string service, List<(SignedMonth Month, string Text, string Rows)> signed)
    {
        var sid = await hub.As("sid");
        List<string> shown = [];
        foreach (var (month, _, _) in signed)
        {
            var here = $"/service-levels/{month.Of}/months/2007-02";
            var page = await sid.Open(here);
            Assert.Contains(month.Hash, page.Body, StringComparison.Ordinal);
            Assert.Contains("the record and its rows are what was signed", page.Text, StringComparison.Ordinal);
            shown.Add(Regex.Match(page.Text, $"{Regex.Escape(month.Figure.InWords)}").Value);
            shown.Add((await sid.Open($"{here}/r1.txt")).Body);
            shown.Add((await sid.Open($"{here}/r1.tsv")).Body);
            shown.Add((await sid.Open($"/api/v1/services/{service}/levels/{month.Of[(service.Length + 1)..]}/months/2007-02/revisions")).Body);
        }

        Assert.DoesNotContain("", shown);
        return string.Join('\n', shown);
    }
}
