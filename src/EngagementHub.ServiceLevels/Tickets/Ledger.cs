namespace EngagementHub.ServiceLevels.Tickets;

/// <summary>A ticket's life as stretches of time, up to an instant: when it was paused, how often reopened, and how it ended.</summary>
internal sealed record Ledger(IReadOnlyList<Stretch> Pauses, DateTimeOffset? Completed, string? VoidReason, int Reopenings)
{
    public bool IsPaused { get; private init; }

    public static Ledger Of(DateTimeOffset opened, IEnumerable<TicketEvent> events, DateTimeOffset asOf)
    {
        var pauses = new List<Stretch>();
        var (meaning, since, state, reopenings) = (Meaning.Open, opened, "", 0);
        foreach (var happened in events.Where(e => e.IsInForce && e.At <= asOf).Order(TicketEvent.InTheirOrder))
        {
            if (Same(happened.Meaning, meaning))
            {
                continue;
            }

            // A source's clock may run backwards between two numbered events; a ticket's life does not.
            var at = happened.At > since ? happened.At : since;
            reopenings += IsDone(meaning) ? 1 : 0;
            if (meaning != Meaning.Open)
            {
                pauses.Add(new Stretch(since, at));
            }

            (meaning, since, state) = (happened.Meaning, at, happened.Reason.Length > 0 ? happened.Reason : happened.State);
        }

        if (meaning == Meaning.Paused)
        {
            pauses.Add(new Stretch(since, asOf > since ? asOf : since));
        }

        return new Ledger(pauses, IsDone(meaning) ? since : null, meaning == Meaning.Void ? state : null, reopenings) { IsPaused = meaning == Meaning.Paused };
    }

    private static bool Same(Meaning a, Meaning b) => a == b || (IsDone(a) && IsDone(b));

    private static bool IsDone(Meaning meaning) => meaning is Meaning.Resolved or Meaning.Closed;
}
