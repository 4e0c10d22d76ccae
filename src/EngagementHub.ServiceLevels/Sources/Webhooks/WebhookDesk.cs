using System.Text.Json;
using EngagementHub.ServiceLevels.Intake;
using EngagementHub.ServiceLevels.Sources.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace EngagementHub.ServiceLevels.Sources.Webhooks;

/// <summary>Takes received events in, in the order in which they came. Of several nodes one works on a webhook at a time, by a lease in the database.</summary>
internal sealed class WebhookDesk(IServiceScopeFactory scopes, TimeProvider clock)
{
    private const int MostAtOnce = 200;
    // With the pause before another node looks, what a dead one held goes on within a minute.
    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(45);

    /// <summary>Works until nothing waits.</summary>
    /// <returns>Whether another node holds one of the webhooks, so that this one has to look again.</returns>
    public async Task<bool> EmptyAsync(CancellationToken cancellation)
    {
        List<Guid> hooks;
        await using (var scope = scopes.CreateAsyncScope())
        {
            var now = clock.GetUtcNow();
            hooks = await scope.ServiceProvider.GetRequiredService<HubDb>().WebhookEvents
                .Where(received => received.Standing == EventStanding.Waiting && (received.NotBefore == null || received.NotBefore <= now)).Select(received => received.WebhookId).Distinct().ToListAsync(cancellation);
        }

        var held = false;
        foreach (var hook in hooks)
        {
            held |= !await EmptyAsync(hook, cancellation);
        }

        return held;
    }

    private async Task<bool> EmptyAsync(Guid hook, CancellationToken cancellation)
    {
        if (!await HoldAsync(hook, first: true, cancellation))
        {
            return false;
        }

        try
        {
            while (await TakeNextAsync(hook, cancellation) && await HoldAsync(hook, first: false, cancellation))
            {
            }

            return true;
        }
        finally
        {
            await using var scope = scopes.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<HubDb>().Webhooks.Where(known => known.Id == hook).ExecuteUpdateAsync(set => set.SetProperty(known => known.HeldUntil, (DateTimeOffset?)null), CancellationToken.None);
        }
    }

    private async Task<bool> HoldAsync(Guid hook, bool first, CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<HubDb>();
        var now = await LeaseClock.NowAsync(db, cancellation);
        var until = now + Lease;
        return await db.Webhooks.Where(known => known.Id == hook && (!first || known.HeldUntil == null || known.HeldUntil < now))
            .ExecuteUpdateAsync(set => set.SetProperty(known => known.HeldUntil, until), cancellation) == 1;
    }

    private async Task<bool> TakeNextAsync(Guid hook, CancellationToken cancellation)
    {
        List<long> numbers;
        await using (var scope = scopes.CreateAsyncScope())
        {
            var now = clock.GetUtcNow();
            numbers = await scope.ServiceProvider.GetRequiredService<HubDb>().WebhookEvents
                .Where(received => received.WebhookId == hook && received.Standing == EventStanding.Waiting && (received.NotBefore == null || received.NotBefore <= now))
                .OrderBy(received => received.Number).Select(received => received.Number).Take(MostAtOnce).ToListAsync(cancellation);
        }

        if (numbers.Count > 0)
        {
            await TakeAsync(numbers, cancellation);
        }

        return numbers.Count > 0;
    }

    // What fails for one of many is tried again for each alone, so that only the one it concerns waits.
    private async Task TakeAsync(List<long> numbers, CancellationToken cancellation)
    {
        try
        {
            await TakeTogetherAsync(numbers, cancellation);
        }
        catch (Exception) when (numbers.Count > 1 && !cancellation.IsCancellationRequested)
        {
            foreach (var number in numbers)
            {
                await TakeAsync([number], cancellation);
            }
        }
        catch (Exception e) when (!cancellation.IsCancellationRequested)
        {
            await FailAsync(numbers[0], e, cancellation);
        }
    }

    private async Task TakeTogetherAsync(List<long> numbers, CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<HubDb>();
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        var events = await db.WebhookEvents.Where(received => numbers.Contains(received.Number)).OrderBy(received => received.Number).ToListAsync(cancellation);
        var hookId = events[0].WebhookId;
        var hook = await db.Webhooks.AsNoTracking().FirstAsync(known => known.Id == hookId, cancellation);
        var records = new JsonRecords(hook.Shape, clock.GetUtcNow() + TicketIntake.Skew);
        List<(WebhookEvent Received, TicketReport Report)> told = [.. events.SelectMany(received => Read(records, received).Select(report => (received, report)))];
        var takings = await scope.ServiceProvider.GetRequiredService<TicketIntake>().TakeAsync(hook.Name, [.. told.Select(t => t.Report)], cancellation);
        foreach (var settled in told.Zip(takings, (one, taking) => (one.Received, Taking: taking)).GroupBy(one => one.Received, one => one.Taking))
        {
            Settle(settled.Key, [.. settled]);
        }

        if (takings.Any(taking => taking.Result != Took.Rejected))
        {
            var now = clock.GetUtcNow();
            await scope.ServiceProvider.GetRequiredService<SourceFreshness>().ExpectAsync(hook.Name, hook.Shape.Fields.Live, cancellation);
            await db.Webhooks.Where(known => known.Id == hook.Id).ExecuteUpdateAsync(set => set.SetProperty(known => known.LastGoodAt, now), cancellation);
        }

        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
    }

    private static List<TicketReport> Read(JsonRecords records, WebhookEvent received)
    {
        try
        {
            using var body = JsonDocument.Parse(received.Text);
            List<TicketReport> reports = [.. records.In(body.RootElement).Select(record => records.Read(record).ToReport())];
            if (reports.Count == 0)
            {
                received.Reject("", "The event tells of no ticket", "Correct where the records stand in the mapping, or set the event aside");
            }

            return reports;
        }
        catch (JsonException e)
        {
            received.Reject("", $"The event is not JSON: line {e.LineNumber + 1}, position {e.BytePositionInLine + 1}", "Repair the text, or set the event aside");
        }
        catch (RejectedRowException rejected)
        {
            var why = rejected.At(0);
            received.Reject(why.Column, why.Reason, why.Cure);
        }

        return [];
    }

    private static void Settle(WebhookEvent received, List<Taking> takings)
    {
        if (takings.Find(taking => taking.Result == Took.Rejected) is { } rejected)
        {
            received.Reject(rejected.Column ?? "", rejected.Reason!, rejected.Cure!);
        }
        else
        {
            received.Take(takings.Exists(taking => taking.Result is Took.Accepted or Took.Corrected));
        }
    }

    private async Task FailAsync(long number, Exception why, CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<HubDb>();
        (await db.WebhookEvents.FirstAsync(received => received.Number == number, cancellation)).Fail(why.Message, clock.GetUtcNow());
        await db.SaveChangesAsync(cancellation);
    }
}
