using EngagementHub.Core.Jobs;
using EngagementHub.ServiceLevels.Calendars;
using Microsoft.Extensions.Logging;

namespace EngagementHub.ServiceLevels.Kept;

/// <summary>Keeps those levels anew whose calendar, promise or cut-offs changed. Until it has run, their figures are counted from the events.</summary>
internal sealed partial class Recounting(HubDb db, CalendarShelf calendars, Recount recount, ILogger<Recounting> log) : IJob
{
    public const string JobName = "servicelevels.recounting";

    public string Name => JobName;

    public TimeSpan Every => TimeSpan.FromSeconds(20);

    public async Task RunAsync(DateTimeOffset now, CancellationToken cancellation)
    {
        var levels = await KeptLevels.ReadAsync(db, calendars, cancellation);
        foreach (var rules in levels.All.Where(rules => !levels.IsKept(rules)).ToList())
        {
            await TryRenewAsync(rules, now, cancellation);
        }
    }

    // A ticket may lie where its calendar never opens; its level says so on its page, and the others go on.
    private async Task TryRenewAsync(Rules rules, DateTimeOffset now, CancellationToken cancellation)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        try
        {
            var bulk = await Bulk.OfAsync(db, cancellation);
            await bulk.LockAsync(cancellation);
            await new Keeper(bulk).RenewAsync(rules, await recount.RowsAsync(rules, cancellation), now, cancellation);
            db.Signal(Intake.TicketIntake.Topic);
            await transaction.CommitAsync(cancellation);
        }
        catch (NoWorkingTimeException reason)
        {
            await transaction.RollbackAsync(cancellation);
            LogNotKept(log, reason, rules.Level.Slug);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The clocks of {Level} cannot be kept: a ticket lies where its calendar has no working time")]
    private static partial void LogNotKept(ILogger log, Exception reason, string level);
}
