using EngagementHub.Core.Time;
using EngagementHub.WorkingTime;

namespace EngagementHub.Responses.Promises;

/// <summary>Why a promise is late, for whoever asks: which day passed, whose it is, what was said last and when its owner is asked again.</summary>
internal sealed record Lateness(string Passed, string Whose, string LastWord, DateOnly AskedNext)
{
    public static Lateness Of(LedgerLine line, string lastWord, DateOnly today, WorkingCalendar office) => new(
        $"{Say.Day(line.Due!.Value)} has passed, and {(line.IsByFigure ? "the figure of that day says that it was missed" : "nobody has shown it kept")}. It is {line.Timing}.",
        line.HasOwnerLeft ? $"{line.OwnerName}, who has left. Whoever runs the blog gives it to somebody else or drops it with a reason." : line.OwnerName,
        lastWord,
        DueReminders.AskedNext(today, line.Due.Value, office));

    /// <summary>What was said about it last by a person or a figure, as far as the clock looks; that nothing was said is an answer too.</summary>
    public static (DateTimeOffset At, string Words, StaffId? By) LastWordOf(Promise promise, DateTimeOffset now)
    {
        List<(DateTimeOffset At, string Words, StaffId? By)> said = [(promise.MadeAt!.Value, "Nothing since it was made", null)];
        said.AddRange(promise.Changes.Select(c => (c.At, $"The day was moved to {Say.Day(c.To)}, because {c.Because}", (StaffId?)c.By)));
        said.AddRange(promise.Givings.Select(g => (g.At, $"It was given to its present owner, because {g.Because}", (StaffId?)g.By)));
        said.AddRange(promise.Figures.Select(f => (f.At, f.Sentence, (StaffId?)null)));
        if (promise.OverruledAt is { } at)
        {
            said.Add((at, $"It was not kept, whatever the figure says: {promise.OverruledBecause}", promise.OverruledBy));
        }

        return said.Where(s => s.At <= now).MaxBy(s => s.At);
    }
}
