namespace EngagementHub.ServiceLevels.Tickets;

/// <summary>A ticket's life as stretches of time: when it waited for the requester, when it was done, how often it was reopened, and how it stands.</summary>
internal sealed class Ledger
{
    private List<Stretch>? _waits;
    private List<Stretch>? _rests;
    private long _since;
    private Meaning _meaning;

    private Ledger(long opened) => (Opened, _since) = (opened, opened);

    public long Opened { get; }

    /// <summary>Ended stretches of waiting for the requester.</summary>
    public IReadOnlyList<Stretch> Waits => _waits ?? (IReadOnlyList<Stretch>)[];

    /// <summary>Stretches between a completion, or a withdrawal, and a reopening.</summary>
    public IReadOnlyList<Stretch> Rests => _rests ?? (IReadOnlyList<Stretch>)[];

    /// <summary>Every ended stretch in which the clock stood still, in order.</summary>
    public IReadOnlyList<Stretch> Pauses => _waits is null ? Rests : _rests is null ? Waits : [.. _waits.Concat(_rests).OrderBy(pause => pause.From)];

    public long? WaitingSince => _meaning == Meaning.Paused ? _since : null;

    public DateTimeOffset? Completed => CompletedAt is { } at ? new DateTimeOffset(at, TimeSpan.Zero) : null;

    public long? CompletedAt => IsDone(_meaning) ? _since : null;

    public bool IsVoid => _meaning == Meaning.Void;

    /// <summary>When it ended, in whatever way; nothing while it is open.</summary>
    public long? EndedAt => IsVoid ? _since : CompletedAt;

    public int Reopenings { get; private set; }

    /// <summary>When somebody first answered; a completion is an answer too.</summary>
    public long? Responded { get; private set; }

    public string? VoidReason { get; private init; }

    public static Ledger Of(DateTimeOffset opened, IEnumerable<TicketEvent> events, DateTimeOffset asOf)
    {
        TicketEvent[] held = [.. events.Where(told => told.IsInForce && told.At <= asOf).Order(TicketEvent.InTheirOrder)];
        var reason = held.LastOrDefault(told => told.Meaning == Meaning.Void) is { } gone ? gone.Reason.Length > 0 ? gone.Reason : gone.State : null;
        var ledger = new Ledger(opened.UtcTicks) { VoidReason = reason };
        ledger.Read([.. held.Select(Happening.Of)]);
        return ledger;
    }

    /// <summary>From events in their order.</summary>
    public static Ledger Of(long opened, ReadOnlySpan<Happening> events)
    {
        var ledger = new Ledger(opened);
        ledger.Read(events);
        return ledger;
    }

    private void Read(ReadOnlySpan<Happening> events)
    {
        foreach (var happened in events)
        {
            // A source's clock may run backwards between two numbered events; a ticket's life does not.
            var at = Math.Max(happened.At, _since);
            Responded ??= happened.IsFirstResponse || IsDone(happened.Meaning) ? at : null;
            if (!Same(happened.Meaning, _meaning))
            {
                Turn(happened.Meaning, at);
            }
        }
    }

    private void Turn(Meaning meaning, long at)
    {
        var stretch = new Stretch(new DateTimeOffset(_since, TimeSpan.Zero), new DateTimeOffset(at, TimeSpan.Zero));
        if (_meaning == Meaning.Paused)
        {
            (_waits ??= []).Add(stretch);
        }
        else if (_meaning != Meaning.Open)
        {
            (_rests ??= []).Add(stretch);
            Reopenings += IsDone(_meaning) && meaning != Meaning.Void ? 1 : 0;
        }

        (_meaning, _since) = (meaning, at);
    }

    private static bool Same(Meaning a, Meaning b) => a == b || (IsDone(a) && IsDone(b));

    private static bool IsDone(Meaning meaning) => meaning is Meaning.Resolved or Meaning.Closed;
}
