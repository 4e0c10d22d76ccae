using EngagementHub.Core.Time;

namespace EngagementHub.Responses.Promises;

/// <summary>A sentence of an answer or post marked as a promise: who does what by when, and what would show it kept. It outlives its host.</summary>
internal sealed class Promise : Entity
{
    public const int LongestText = 500;
    public const int LongestReason = 1500;
    private const int FurthestYears = 10;
    private readonly List<PromiseChange> _changes = [];

    private Promise(Guid id)
        : base(id)
    {
    }

    public string What { get; private set; } = "";

    /// <summary>What would show it kept.</summary>
    public string Evidence { get; private set; } = "";

    public StaffId Owner { get; private set; }

    /// <summary>The last local day on which it can be kept in time, a working day or not.</summary>
    public DateOnly Due { get; private set; }

    public SubjectRef MadeOn { get; private set; }

    public SubjectRef Scope { get; private set; }

    public StaffId MarkedBy { get; private set; }

    /// <summary>When readers were given it; nothing while its answer is a draft.</summary>
    public DateTimeOffset? MadeAt { get; private set; }

    public DateOnly? MadeDay { get; private set; }

    public DateTimeOffset? KeptAt { get; private set; }

    public DateOnly? KeptDay { get; private set; }

    public string? KeptText { get; private set; }

    public string? KeptLink { get; private set; }

    public DateTimeOffset? DroppedAt { get; private set; }

    public string? DroppedBecause { get; private set; }

    /// <summary>Every day it was due before.</summary>
    public IReadOnlyList<PromiseChange> Changes => _changes;

    public DateOnly FirstDue => _changes.MinBy(c => c.At)?.From ?? Due;

    public bool IsSettled => KeptAt is not null || DroppedAt is not null;

    public static Promise Mark(Pledge pledge, (SubjectRef On, SubjectRef Scope) made, StaffId by, Guid? id = null)
    {
        var stated = pledge.Checked();
        return new Promise(id ?? Guid.NewGuid())
        {
            What = stated.What!,
            Evidence = stated.Evidence!,
            Owner = stated.Owner!.Value,
            Due = stated.Due!.Value,
            MadeOn = made.On,
            Scope = made.Scope,
            MarkedBy = by,
        };
    }

    public void Make(StaffId by, DateTimeOffset at, DateOnly today)
    {
        if (MadeAt is not null)
        {
            return;
        }

        RefuseDueOutside(today);
        (MadeAt, MadeDay) = (at, today);
        Raise(new PromiseMade(Id, Owner, Due, by, at));
    }

    public void RefuseDueOutside(DateOnly today)
    {
        if (Due < today)
        {
            throw new BrokenRuleException($"The promise \"{What}\" would be due before it is made. Choose today or a later day", nameof(Due));
        }

        RefuseTooFar(Due, today);
    }

    /// <summary>The day it was due by what was known then.</summary>
    public DateOnly DueAt(DateTimeOffset at) => _changes.Where(c => c.At > at).MinBy(c => c.At)?.From ?? Due;

    public PromiseStanding StandingAt(DateTimeOffset at, DateOnly today) =>
        KeptAt <= at ? PromiseStanding.Kept
        : DroppedAt <= at ? PromiseStanding.Dropped
        : today > DueAt(at) ? PromiseStanding.Late
        : PromiseStanding.Open;

    public void Keep(string? how, string? link, (StaffId By, DateTimeOffset At, DateOnly Today) kept)
    {
        RefuseWhenSettled();
        KeptText = Stated.OrRefused(how, LongestReason, "Say what was done", "How");
        KeptLink = PromiseLink.Checked(link);
        (KeptAt, KeptDay) = (kept.At, kept.Today);
        Raise(new PromiseKept(Id, Owner, KeptText, kept.By, kept.At));
    }

    public void Change(DateOnly? due, string? because, (StaffId By, DateTimeOffset At, DateOnly Today) changed)
    {
        RefuseWhenSettled();
        var to = due ?? throw new BrokenRuleException("Enter the new day", nameof(Due));
        if (to < changed.Today || to == Due)
        {
            throw new BrokenRuleException(to == Due ? "That is the day it is due already" : "The new day must be today or later", nameof(Due));
        }

        RefuseTooFar(to, changed.Today);
        var reason = Stated.OrRefused(because, LongestReason, "Say why the day moves", "Because");
        _changes.Add(new PromiseChange(Due, to, reason, changed.By, changed.At));
        Raise(new PromiseChanged(Id, Owner, Due, to, reason, changed.By, changed.At));
        Due = to;
    }

    public void Drop(string? because, StaffId by, DateTimeOffset at)
    {
        RefuseWhenSettled();
        DroppedBecause = Stated.OrRefused(because, LongestReason, "Say why it will not be done", "Because");
        DroppedAt = at;
        Raise(new PromiseDropped(Id, Owner, DroppedBecause, by, at));
    }

    private static void RefuseTooFar(DateOnly due, DateOnly today)
    {
        if (due > today.AddYears(FurthestYears))
        {
            throw new BrokenRuleException($"A promise is due within {FurthestYears} years. Choose a day up to {Say.Day(today.AddYears(FurthestYears))}", nameof(Due));
        }
    }

    private void RefuseWhenSettled()
    {
        if (MadeAt is null || IsSettled)
        {
            throw new BrokenRuleException(MadeAt is null ? "This promise is not published yet" : $"This promise is settled: it was {(KeptAt is null ? "dropped" : "kept")}");
        }
    }
}
