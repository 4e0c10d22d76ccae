namespace EngagementHub.Conversation.Comments;

/// <summary>Counts wrong receipt codes, of everybody together: who guesses is not recorded. A code has 128 bits, so the gate is there for the load, not for the odds.</summary>
internal sealed class GuessGate(TimeProvider clock)
{
    public const int MostInAMinute = 60;

    private readonly Lock _lock = new();
    private long _minute;
    private int _wrong;

    public bool IsShut
    {
        get
        {
            lock (_lock)
            {
                return _wrong >= MostInAMinute && _minute == Minute;
            }
        }
    }

    private long Minute => clock.GetUtcNow().Ticks / TimeSpan.TicksPerMinute;

    public void CountWrong()
    {
        lock (_lock)
        {
            (_minute, _wrong) = Minute is var now && now == _minute ? (now, _wrong + 1) : (now, 1);
        }
    }
}
