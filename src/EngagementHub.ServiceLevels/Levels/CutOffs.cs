namespace EngagementHub.ServiceLevels.Levels;

/// <summary>One turn of something that happens on dates: what is received up to the cut-off is due by the end.</summary>
internal readonly record struct CutOff(DateTimeOffset ReceivedBy, DateTimeOffset DueBy);

/// <summary>
/// Dated turns, such as pay days, in their order. What is received exactly on a cut-off is in time for its turn; what waits for the requester when the
/// cut-off passes is in time for the turn that is next when the requester has answered.
/// </summary>
internal sealed class CutOffs(IEnumerable<CutOff> turns)
{
    private readonly CutOff[] _turns = [.. turns.OrderBy(turn => turn.ReceivedBy)];

    /// <exception cref="NoWorkingTimeException">No turn is known that far ahead.</exception>
    public DateTimeOffset DueFor(DateTimeOffset received, IReadOnlyList<Stretch> pauses)
    {
        var turn = TurnFor(received);
        foreach (var pause in pauses.OrderBy(pause => pause.From))
        {
            turn = pause.From <= turn.DueBy && pause.From <= turn.ReceivedBy && pause.To > turn.ReceivedBy ? TurnFor(pause.To) : turn;
        }

        return turn.DueBy;
    }

    private CutOff TurnFor(DateTimeOffset at)
    {
        foreach (var turn in _turns)
        {
            if (turn.ReceivedBy >= at)
            {
                return turn;
            }
        }

        throw new NoWorkingTimeException($"No cut-off is kept for {at:yyyy-MM-dd} or later");
    }
}
