using EngagementHub.Core.Search;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.Records.People;

/// <summary>What is kept about a person in each module, and how the person is forgotten.</summary>
internal sealed class Erasure(HubDb db, IEnumerable<IHoldPeople> holders, ISearchAgain search)
{
    public IReadOnlyList<HeldRecord> Records { get; } = [.. holders.SelectMany(h => h.Records)];

    public async Task<IReadOnlyList<(HeldRecord Record, int Count)>> CountsAsync(StaffCard person, CancellationToken cancellation)
    {
        List<(HeldRecord, int)> counts = [];
        foreach (var record in Records)
        {
            counts.Add((record, await record.CountAsync(db, person, cancellation)));
        }

        return counts;
    }

    public async Task<IReadOnlyList<string>> OwedAsync(StaffId person, DateTimeOffset now, CancellationToken cancellation)
    {
        List<string> owed = [];
        foreach (var holder in holders)
        {
            owed.AddRange(await holder.OwedAsync(person, now, cancellation));
        }

        return owed;
    }

    /// <summary>Forgets the person in one unit of work: all of it, or nothing.</summary>
    /// <exception cref="BrokenRuleException">The person still has something to do or to hand over.</exception>
    public async Task ForgetAsync(Forgetting forgetting, string? reason, StaffId by, CancellationToken cancellation)
    {
        // What is owed must still be so when the person is gone: two who forget each other do it one after the other.
        await using var turn = await db.BeginInTurnAsync(cancellation);
        if (await OwedAsync(forgetting.Card.Id, forgetting.At, cancellation) is { Count: > 0 } owed)
        {
            throw new BrokenRuleException($"{forgetting.Card.Name} cannot be forgotten yet. {owed[0]}");
        }

        var person = forgetting.Card.Id;
        if (await db.Forgotten.AnyAsync(f => f.Person == person, cancellation))
        {
            throw new BrokenRuleException("This person was forgotten already");
        }

        db.Forgotten.Add(Forgotten.Of(forgetting, reason, by));
        await ForgetEverywhereAsync(forgetting, cancellation);
        await turn.CommitAsync(cancellation);
    }

    /// <summary>Takes the person out of every module's records, one module after the other, and then out of what is found. In the caller's transaction.</summary>
    internal async Task ForgetEverywhereAsync(Forgetting forgetting, CancellationToken cancellation)
    {
        foreach (var holder in holders)
        {
            foreach (var record in holder.Records)
            {
                await record.ForgetAsync(db, forgetting, cancellation);
            }

            // What another module draws anew with this save asks the directory, which must have forgotten by then.
            await db.SaveChangesAsync(cancellation);
        }

        await search.NamedAsync(forgetting.Card.Name, cancellation);
    }
}
