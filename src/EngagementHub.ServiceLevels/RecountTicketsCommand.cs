using System.Diagnostics;
using EngagementHub.ServiceLevels.Calendars;
using EngagementHub.ServiceLevels.Kept;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.ServiceLevels;

/// <summary>Proves what is kept: counts every level from its events alone and compares. With <c>--keep</c>, keeps what was counted where it differs.</summary>
internal sealed class RecountTicketsCommand(HubDb db, CalendarShelf calendars, Recount recount, TimeProvider clock) : IHostCommand
{
    public string Name => "recount-tickets";

    public string Usage => "[--keep]";

    public string Description => "counts every service level from its tickets' events and says whether the figures that are kept are the same";

    public async Task<int> RunAsync(IReadOnlyList<string> arguments, TextWriter output, TextWriter errors, CancellationToken cancellation)
    {
        if (arguments is not ([] or ["--keep"]))
        {
            await errors.WriteLineAsync("recount-tickets takes nothing but --keep");
            return 2;
        }

        var different = 0;
        var levels = await KeptLevels.ReadAsync(db, calendars, cancellation);
        var latest = new DateTimeOffset(Math.Max(clock.GetUtcNow().UtcTicks, await db.TicketSources.MaxAsync(source => (long?)source.LastEvent, cancellation) ?? 0), TimeSpan.Zero);
        var services = await db.Services.AsNoTracking().ToDictionaryAsync(service => service.Id, service => service.Slug, cancellation);
        foreach (var rules in levels.All.OrderBy(rules => services[rules.Level.ServiceId], StringComparer.Ordinal).ThenBy(rules => rules.Level.Place))
        {
            await output.WriteAsync($"{services[rules.Level.ServiceId]}/{rules.Level.Slug}: ");
            different += await ProveAsync(rules, latest, levels.IsKept(rules), arguments is ["--keep"], output, cancellation) ? 0 : 1;
        }

        return different == 0 ? 0 : 1;
    }

    private async Task<bool> ProveAsync(Rules rules, DateTimeOffset latest, bool isKept, bool keep, TextWriter output, CancellationToken cancellation)
    {
        try
        {
            var watch = Stopwatch.StartNew();
            var counted = await recount.SheetAsync(rules, latest, cancellation);
            watch.Stop();
            var same = isKept && await IsSameAsync(rules, counted.Kept, cancellation);
            var tickets = counted.Kept.Sums.Where(sum => sum.Key.Kind == TallyKind.Month).Sum(sum => sum.Value.Count);
            await output.WriteAsync($"{Say.Count((int)tickets, "ticket")} counted in {watch.Elapsed.TotalSeconds:0.00} seconds; {(same ? "what is kept is the same" : isKept ? "what is kept is different" : "nothing is kept by the rules in force")}");
            await output.WriteLineAsync(!same && keep ? "; kept anew" : "");
            if (!same && keep)
            {
                await KeepAsync(rules, cancellation);
            }

            return same || keep;
        }
        catch (NoWorkingTimeException reason)
        {
            await output.WriteLineAsync($"cannot be worked out: {reason.Message}");
            return false;
        }
    }

    private async Task<bool> IsSameAsync(Rules rules, Tallies counted, CancellationToken cancellation)
    {
        var kept = await db.KeptTallies.AsNoTracking().Where(sum => sum.LevelId == rules.Level.Id).ToListAsync(cancellation);
        var sums = kept.Select(sum => KeyValuePair.Create(new TallyKey(sum.Kind, sum.Start, sum.Outcome, sum.Length), new Tally(sum.Count, sum.Worked, sum.Paused, sum.Reopened))).Where(sum => !sum.Value.IsNothing);
        return sums.ToHashSet().SetEquals(counted.Sums);
    }

    private async Task KeepAsync(Rules rules, CancellationToken cancellation)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        var bulk = await Bulk.OfAsync(db, cancellation);
        await bulk.LockAsync(cancellation);
        await new Keeper(bulk).RenewAsync(rules, await recount.RowsAsync(rules, cancellation), clock.GetUtcNow(), cancellation);
        await transaction.CommitAsync(cancellation);
    }
}
