using EngagementHub.Blogging.Hosting;

namespace EngagementHub.Blogging.Handover;

/// <summary>What a host leaves at the end of a period: made from the record, with a few words of the host's own. It stays with the period for ever.</summary>
internal sealed class HandoverNote : Entity
{
    public const int LongestWords = 4000;
    private readonly List<HandoverLine> _lines = [];

    private HandoverNote(Guid periodId) => PeriodId = periodId;

    public Guid PeriodId { get; private set; }

    /// <summary>What the outgoing host adds, as Markdown.</summary>
    public string Words { get; private set; } = "";

    public StaffId? WordsBy { get; private set; }

    /// <summary>When the record was first gathered; nothing while the host only has written a few words.</summary>
    public DateTimeOffset? MadeAt { get; private set; }

    /// <summary>When the period had wound down and what was still open had been gathered for the last time.</summary>
    public DateTimeOffset? CompletedAt { get; private set; }

    public IReadOnlyList<HandoverLine> Lines => _lines;

    public static HandoverNote For(HostingPeriod period) => new(period.Id);

    /// <summary>Takes in what is open and not there yet.</summary>
    /// <returns>Whether anything was added, or the note was made by this.</returns>
    public bool Gather(IEnumerable<HandoverItem> open, DateTimeOffset at)
    {
        List<HandoverItem> missing = CompletedAt is null ? [.. open.Where(i => _lines.All(l => l.Item != i.Subject))] : [];
        _lines.AddRange(missing.Select((item, place) => HandoverLine.Of(PeriodId, item, _lines.Count + place)));
        var first = MadeAt is null;
        MadeAt ??= at;
        return first || missing.Count > 0;
    }

    public void Complete(DateTimeOffset at) => CompletedAt ??= at;

    public void Say(string? words, StaffId by, DateTimeOffset at, HostingStanding standing)
    {
        if (standing is not (HostingStanding.Active or HostingStanding.WindingDown))
        {
            throw new BrokenRuleException("Words are added to a handover from the first day of the period until it has wound down");
        }

        var said = words?.Trim() ?? "";
        if (said.Length > LongestWords)
        {
            throw new BrokenRuleException($"Use {LongestWords:N0} characters or fewer; there are {said.Length:N0}", nameof(Words));
        }

        Core.Text.CommentText.ToHtml(said);
        if (said != Words)
        {
            (Words, WordsBy) = (said, said.Length == 0 ? null : by);
            Raise(new HandoverWordsSaid(PeriodId, by, at));
        }
    }

    /// <summary>A note as the record has it.</summary>
    public static HandoverNote Recall(Guid periodId, (string Words, StaffId By) said, DateTimeOffset madeAt, IEnumerable<HandoverLine> lines)
    {
        var note = new HandoverNote(periodId) { Words = said.Words.Trim(), WordsBy = said.By, MadeAt = madeAt, CompletedAt = madeAt };
        note._lines.AddRange(lines);
        return note;
    }
}
