namespace EngagementHub.ServiceLevels.Sources.Polled;

/// <summary>How asking it goes: paused and resumed, what it brought, and what went wrong.</summary>
internal sealed partial class PolledSource
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(15);

    public void Pause(Act act)
    {
        if (State != SourceState.Paused)
        {
            State = SourceState.Paused;
            Tell("source.paused", act, Title);
        }
    }

    public void Resume(Act act)
    {
        Refuse(_mappings.Count == 0, "Say first what its statuses and queues mean", null);
        if (State == SourceState.Paused)
        {
            State = SourceState.Running;
            ForgetTrouble(act.At);
            Tell("source.resumed", act, Title);
        }
    }

    public void PollNow(DateTimeOffset at) => NextPollAt = at;

    public void ReadAgain(string cursor, string from, Act act)
    {
        Cursor = cursor;
        Tell("source.read-again", act, $"{Title}: {from}");
        ForgetTrouble(act.At);
    }

    public bool IsDue(DateTimeOffset now) => State != SourceState.Paused && NextPollAt <= now;

    /// <summary>A page was read and taken in.</summary>
    public void Take(SourceReading reading, Tally tally, DateTimeOffset at)
    {
        (Read, Accepted, Rejected, Duplicates) = (Read + tally.Read, Accepted + tally.Accepted, Rejected + tally.Rejected, Duplicates + tally.Duplicates);
        Cursor = reading.Cursor;
        ForgetTrouble(reading.IsLast ? at + Every : at);
        LastGoodAt = at;
        if (tally.Accepted > 0)
        {
            LastNewsAt = at;
            Lag = reading.NewestChange is { } changed && changed <= at ? at - changed : TimeSpan.Zero;
        }
    }

    public void Swept(DateTimeOffset at) => SweptAt = at;

    /// <summary>The system did not answer as it should; the longer that lasts the less often it is asked.</summary>
    public void Fail(string error, string cure, bool needsAttention, TimeSpan? after, DateTimeOffset at)
    {
        Failures++;
        (Error, Cure) = (Cut(error, 1000), Cut(cure, 1000));
        if (State != SourceState.Paused)
        {
            State = needsAttention ? SourceState.NeedsAttention : SourceState.Failing;
        }

        var wait = Every * Math.Pow(2, Math.Min(Failures - 1, 10));
        wait = wait > LongestWait ? LongestWait : wait;
        NextPollAt = at + (after is { } asked && asked > wait ? (asked > TimeSpan.FromDays(1) ? TimeSpan.FromDays(1) : asked) : wait);
    }

    public void BeginAt(string cursor) => Cursor = cursor;

    private void ForgetTrouble(DateTimeOffset next)
    {
        (Failures, Error, Cure, NextPollAt) = (0, "", "", next);
        State = State == SourceState.Paused ? SourceState.Paused : SourceState.Running;
    }
}
