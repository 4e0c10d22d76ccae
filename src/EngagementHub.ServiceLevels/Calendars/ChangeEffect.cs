using EngagementHub.ServiceLevels.Clocks;
using EngagementHub.ServiceLevels.Kept;
using EngagementHub.ServiceLevels.Levels;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.ServiceLevels.Calendars;

/// <summary>An open ticket whose due time another calendar would move.</summary>
internal sealed record MovedTicket(string Source, string Number, DateTimeOffset Received, DateTimeOffset Was, DateTimeOffset Becomes)
{
    public bool IsLater => Becomes > Was;

    public bool BecomesLate(DateTimeOffset now) => Was >= now && Becomes < now;

    public bool IsSaved(DateTimeOffset now) => Was < now && Becomes >= now;
}

/// <summary>What another calendar would do to the open tickets of one service level.</summary>
internal sealed record LevelEffect(string Service, string Level, string Slug, int Open, IReadOnlyList<MovedTicket> Moved)
{
    /// <summary>Whether a ticket lies where the new calendar never opens.</summary>
    public bool CannotBeFollowed { get; init; }

    public int Later => Moved.Count(ticket => ticket.IsLater);

    public int Earlier => Moved.Count - Later;
}

/// <summary>Works out what a change of a calendar would do to open tickets before it is made. Nothing is written.</summary>
internal sealed class ChangeEffect(HubDb db, CalendarShelf shelf)
{
    private const int AtOnce = 500;

    /// <summary>For each service level that goes by the calendar; an average and a share correct have no due times that could move.</summary>
    public async Task<IReadOnlyList<LevelEffect>> OfAsync(Guid calendar, CalendarText after, DateTimeOffset now, CancellationToken cancellation)
    {
        var services = await db.Services.AsNoTracking().ToDictionaryAsync(service => service.Id, cancellation);
        var levels = await db.ServiceLevels.AsNoTracking().Where(level => level.CalendarId == calendar && level.Measure != Measure.ShareCorrect).OrderBy(level => level.Name).ToListAsync(cancellation);
        List<LevelEffect> effects = [];
        foreach (var level in levels)
        {
            var effect = new LevelEffect(services[level.ServiceId].Name, level.Name, services[level.ServiceId].Slug, 0, []);
            effects.Add(await OfAsync(level, after.Build(), effect, now, cancellation));
        }

        return effects;
    }

    private async Task<LevelEffect> OfAsync(ServiceLevel level, WorkingCalendar after, LevelEffect effect, DateTimeOffset now, CancellationToken cancellation)
    {
        var rules = await Rules.OfAsync(db, shelf, level, cancellation);
        var open = await db.Clocks.Where(clock => clock.LevelId == level.Id && (clock.State == ClockState.Running || clock.State == ClockState.Paused)).OrderBy(clock => clock.Received).Select(clock => clock.TicketId).ToListAsync(cancellation);
        List<MovedTicket> moved = [];
        try
        {
            foreach (var some in open.Chunk(AtOnce))
            {
                moved.AddRange(await MovedAsync(some, rules.NewClock(), new Clock(level, after, rules.CutOffs), now, cancellation));
            }
        }
        catch (NoWorkingTimeException)
        {
            return effect with { Open = open.Count, CannotBeFollowed = true };
        }

        return effect with { Open = open.Count, Moved = [.. moved.OrderBy(ticket => ticket.Becomes)] };
    }

    private async Task<IEnumerable<MovedTicket>> MovedAsync(long[] some, Clock before, Clock after, DateTimeOffset now, CancellationToken cancellation)
    {
        var tickets = await db.Tickets.AsNoTracking().Include(ticket => ticket.Events).Where(ticket => some.Contains(ticket.Id)).ToListAsync(cancellation);
        return tickets.Select(ticket => new MovedTicket(ticket.Source, ticket.Number, ticket.OpenedAt, before.Read(ticket.OpenedAt, ticket.Events, now).Due, after.Read(ticket.OpenedAt, ticket.Events, now).Due))
            .Where(ticket => ticket.Was != ticket.Becomes);
    }
}
