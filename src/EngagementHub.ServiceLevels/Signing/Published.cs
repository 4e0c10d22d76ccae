using EngagementHub.ServiceLevels.Catalogue;
using EngagementHub.ServiceLevels.Figures;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.ServiceLevels.Signing;

/// <summary>The reports as they are published: a signed month says what was signed, on every page alike; the others say what is known now.</summary>
internal sealed class Published(HubDb db, Scoreboard scoreboard, TimeProvider clock)
{
    public async Task<IReadOnlyList<LevelReport>> HeadlinesAsync(CancellationToken cancellation)
    {
        var reports = await scoreboard.HeadlinesAsync(cancellation);
        var signed = (await SignedAsync(null, cancellation)).ToLookup(month => month.LevelId);
        List<LevelReport> shown = [];
        foreach (var report in reports)
        {
            List<LevelReport> beside = [];
            foreach (var other in report.Beside)
            {
                beside.Add(Over(await UntilNowAsync(other, cancellation), signed[other.Level.Id]));
            }

            shown.Add(Over(await UntilNowAsync(report, cancellation), signed[report.Level.Id]) with { Beside = beside });
        }

        return shown;
    }

    public async Task<IReadOnlyList<LevelReport>> OfAsync(Service service, CancellationToken cancellation)
    {
        var reports = await scoreboard.OfAsync(service, cancellation);
        var signed = (await SignedAsync(service.Id, cancellation)).ToLookup(month => month.LevelId);
        List<LevelReport> shown = [];
        foreach (var report in reports)
        {
            shown.Add(Over(await UntilNowAsync(report, cancellation), signed[report.Level.Id]));
        }

        return shown;
    }

    /// <summary>The last instant that is shown; nothing when everything is.</summary>
    public DateTimeOffset? Until => clock.Horizon();

    /// <summary>The report as far as the clock lets it look. By the hour, so that a demonstration counts its past day once and not on every page.</summary>
    public Task<LevelReport> UntilNowAsync(LevelReport report, CancellationToken cancellation) =>
        Until is { } until ? scoreboard.AsOfAsync(report, until.AddTicks(-(until.Ticks % TimeSpan.TicksPerHour)), cancellation) : Task.FromResult(report);

    /// <summary>What readers saw at an instant: what was known then, and what had been signed by then.</summary>
    public Task<LevelReport> AsOfAsync(LevelReport report, DateTimeOffset instant, CancellationToken cancellation) => AsOfAsync(report, (instant, instant), cancellation);

    /// <summary>The same with what was signed later than it was known: a month is signed only after its end.</summary>
    public async Task<LevelReport> AsOfAsync(LevelReport report, (DateTimeOffset Known, DateTimeOffset Signed) until, CancellationToken cancellation)
    {
        var signed = await SignedAsync(report.Service.Id, cancellation);
        return Over(await scoreboard.AsOfAsync(report, until.Known, cancellation), signed.Where(month => month.LevelId == report.Level.Id && month.At <= until.Signed));
    }

    private Task<List<SignedMonth>> SignedAsync(Guid? service, CancellationToken cancellation)
    {
        var until = Until;
        return db.SignedMonths.AsNoTracking().Where(month => (service == null || month.ServiceId == service) && (until == null || month.At <= until)).ToListAsync(cancellation);
    }

    private static LevelReport Over(LevelReport report, IEnumerable<SignedMonth> signed)
    {
        var latest = signed.GroupBy(month => month.Month).ToDictionary(month => month.Key, month => month.MaxBy(revision => revision.Revision)!.Figure);
        var live = report.Months.ToDictionary(month => month.Month, month => month.Signed is null ? month : month.Live);
        return latest.Count == 0 ? report : report with
        {
            Months = [.. latest.Keys.Union(live.Keys).Order().Select(month => latest.TryGetValue(month, out var figure) ? figure with { Live = live.GetValueOrDefault(month) } : live[month]!)],
        };
    }
}
