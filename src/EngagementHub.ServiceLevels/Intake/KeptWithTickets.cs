using EngagementHub.ServiceLevels.Clocks;
using EngagementHub.ServiceLevels.Kept;
using EngagementHub.ServiceLevels.Tickets;

namespace EngagementHub.ServiceLevels.Intake;

/// <summary>Brings the kept clocks and sums in step with tickets that a call took, in the same transaction.</summary>
internal sealed class KeptWithTickets(Keeper keeper, KeptLevels levels)
{
    private readonly Dictionary<Guid, Tallies> _tallies = [];
    private readonly Dictionary<Guid, Clock> _clocks = [];
    private readonly List<(Guid Level, long Ticket, ClockRow Row)> _rows = [];
    private readonly List<(Guid Level, long Ticket)> _gone = [];
    private readonly List<ChangeNote> _notes = [];

    public async Task FollowAsync(IReadOnlyList<TakenTicket> taken, DateTimeOffset now, CancellationToken cancellation)
    {
        var before = await keeper.RowsAsync([.. taken.Where(ticket => ticket.Before is not null).Select(ticket => ticket.Ticket.Id)], cancellation);
        foreach (var ticket in taken)
        {
            Follow(ticket, before[ticket.Ticket.Id].ToDictionary(kept => kept.Level, kept => kept.Row));
        }

        await keeper.ForgetAsync(_gone, cancellation);
        await keeper.PutAsync([.. _rows.Where(row => IsKept(row.Level))], cancellation);
        await keeper.AddAsync(_tallies.Where(level => IsKept(level.Key)).ToDictionary(), cancellation);
        await keeper.NoteAsync(_notes, now, cancellation);
    }

    private bool IsKept(Guid level) => levels.Find(level) is { } rules && levels.IsKept(rules);

    private void Follow(TakenTicket taken, Dictionary<Guid, ClockRow> before)
    {
        var ticket = taken.Ticket;
        var ledger = TakenTicket.LedgerOf(ticket);
        foreach (var rules in levels.Of(ticket.ServiceId).Where(rules => rules.Level.Takes(ticket.Category) && levels.IsKept(rules)))
        {
            if (TryRead(rules, ledger) is { } row)
            {
                var was = before.Remove(rules.Level.Id, out var known) ? known : (ClockRow?)null;
                Replace(taken, rules, was, row, ledger);
            }
        }

        foreach (var (level, was) in before.Where(kept => IsKept(kept.Key)))
        {
            Replace(taken, levels.Find(level)!, was, null, ledger);
        }
    }

    private void Replace(TakenTicket taken, Rules rules, ClockRow? was, ClockRow? now, Ledger ledger)
    {
        var (level, ticket) = (rules.Level.Id, taken.Ticket.Id);
        if (!_tallies.TryGetValue(level, out var tallies))
        {
            _tallies[level] = tallies = new Tallies();
        }

        if (was is { } before)
        {
            Keeper.Add(tallies, rules, before, taken.Before!, -1);
        }

        if (now is { } after)
        {
            Keeper.Add(tallies, rules, after, ledger, 1);
            _rows.Add((level, ticket, after));
        }
        else
        {
            _gone.Add((level, ticket));
        }

        Note(taken, level, was, now);
    }

    // That time goes on and a ticket is done is no news; what changes otherwise is.
    private void Note(TakenTicket taken, Guid level, ClockRow? was, ClockRow? now)
    {
        var (before, after) = (was is { } w ? ClockStanding.Of(w) : (ClockStanding?)null, now is { } n ? ClockStanding.Of(n) : (ClockStanding?)null);
        var cause = taken.Before is null || before == after ? null
            : was is null || now is null ? Causes.Moved
            : taken.Cause ?? (now.Value.Reopenings > was.Value.Reopenings ? Causes.Reopened : null);
        if (cause is not null)
        {
            _notes.Add(new ChangeNote(level, taken.Ticket.Id, cause, taken.EventKey, before, after));
        }
    }

    // Where the calendar cannot follow a ticket the level is no longer kept, and its page says why.
    private ClockRow? TryRead(Rules rules, Ledger ledger)
    {
        if (!_clocks.TryGetValue(rules.Level.Id, out var clock))
        {
            _clocks[rules.Level.Id] = clock = rules.NewClock();
        }

        try
        {
            return clock.Read(ledger);
        }
        catch (NoWorkingTimeException)
        {
            levels.Lose(rules);
            return null;
        }
    }
}
