using EngagementHub.Core.Time;

namespace EngagementHub.Responses.Promises;

/// <summary>A sentence of an answer or post marked as a promise: who does what by when, and what would show it kept. It outlives its host.</summary>
internal sealed partial class Promise : Entity
{
    public const int LongestText = 500;
    public const int LongestReason = 1500;
    private const int FurthestYears = 10;
    private readonly List<PromiseChange> _changes = [];
    private readonly List<PromiseGiving> _givings = [];

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

    /// <summary>Who said that it is kept; nothing when a figure said so.</summary>
    public StaffId? KeptBy { get; private set; }

    public DateTimeOffset? DroppedAt { get; private set; }

    public string? DroppedBecause { get; private set; }

    /// <summary>Every day it was due before.</summary>
    public IReadOnlyList<PromiseChange> Changes => _changes;

    /// <summary>Everybody whose it was before it was given away.</summary>
    public IReadOnlyList<PromiseGiving> Givings => _givings;

    public DateOnly FirstDue => _changes.MinBy(c => c.At)?.From ?? Due;

    public bool IsSettled => KeptAt is not null || DroppedAt is not null;

    public static Promise Mark(Pledge pledge, (SubjectRef On, SubjectRef Scope) made, StaffId by, Guid? id = null)
    {
        var stated = pledge.Checked();
        return new Promise(id ?? Guid.NewGuid())
        {
            What = stated.What!,
            Evidence = stated.Evidence!,
            Level = stated.Level,
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

    public void RefuseDueOutside(DateOnly today) => RefuseDueOutside(What, Due, today);

    /// <summary>Refuses a day before today, or one so far away that nobody who reads it will see it.</summary>
    public static void RefuseDueOutside(string? what, DateOnly? due, DateOnly today)
    {
        if (due < today)
        {
            throw new BrokenRuleException($"The promise{(what is null ? "" : $" \"{what}\"")} would be due before it is made. Choose today or a later day", nameof(Due));
        }

        RefuseTooFar(due ?? today, today);
    }

    /// <summary>The day it was due by what was known then.</summary>
    public DateOnly DueAt(DateTimeOffset at) => _changes.Where(c => c.At > at).MinBy(c => c.At)?.From ?? Due;

    /// <summary>When anything was done about it, by what was known then.</summary>
    public DateTimeOffset ChangedAt(DateTimeOffset at) => new[] { MadeAt, KeptAt, DroppedAt, OverruledAt }
        .Concat(_changes.Select(c => (DateTimeOffset?)c.At)).Concat(_givings.Select(g => (DateTimeOffset?)g.At)).Concat(_figures.Select(f => (DateTimeOffset?)f.At))
        .Where(i => i <= at).Max() ?? default;

    public PromiseStanding StandingAt(DateTimeOffset at, DateOnly today) =>
        KeptAt <= at ? PromiseStanding.Kept
        : DroppedAt <= at ? PromiseStanding.Dropped
        : today <= DueAt(at) || WaitsForFigure(at, today) ? PromiseStanding.Open
        : PromiseStanding.Late;

    public void Keep(string? how, string? link, (StaffId By, DateTimeOffset At, DateOnly Today) kept)
    {
        RefuseWhenSettled();
        var rules = new BrokenRules();
        var (text, at) = (rules.Keep(() => Stated.OrRefused(how, LongestReason, "Say what was done", "How")), rules.Keep(() => PromiseLink.Checked(link)));
        rules.Refuse();
        (KeptText, KeptLink) = (text, at);
        (KeptAt, KeptDay, KeptBy, KeptByFigure) = (kept.At, kept.Today, kept.By, false);
        Raise(new PromiseKept(Id, Owner, KeptText, kept.By, kept.At));
    }

    public void Change(DateOnly? due, string? because, (StaffId By, DateTimeOffset At, DateOnly Today) changed)
    {
        RefuseWhenSettled();
        var rules = new BrokenRules();
        var to = rules.Keep(() => NewDay(due, changed.Today));
        var reason = rules.Keep(() => Stated.OrRefused(because, LongestReason, "Say why the day moves", "Because"));
        rules.Refuse();
        _changes.Add(new PromiseChange(Due, to, reason, changed.By, changed.At));
        Raise(new PromiseChanged(Id, Owner, Due, to, reason, changed.By, changed.At));
        Due = to;
    }

    /// <summary>Gives it to somebody else to keep, as when its owner has left.</summary>
    public void GiveTo(StaffId? owner, string? because, StaffId by, DateTimeOffset at)
    {
        RefuseWhenSettled();
        var rules = new BrokenRules();
        var to = rules.Keep(() => owner is { } chosen && chosen != Owner ? chosen : throw new BrokenRuleException(owner is null ? "Choose who keeps the promise" : "That person has it already. Choose somebody else", nameof(Owner)));
        var reason = rules.Keep(() => Stated.OrRefused(because, LongestReason, "Say why somebody else keeps it", "Because"));
        rules.Refuse();
        _givings.Add(new PromiseGiving(Owner, to, reason, by, at));
        Raise(new PromiseGiven(Id, Owner, to, reason, by, at));
        Owner = to;
    }

    /// <summary>Somebody else keeps it from now on: whoever takes over when a host goes, or the blog's owner when that is declined.</summary>
    public void HandTo(StaffId owner, StaffId by, DateTimeOffset at)
    {
        RefuseWhenSettled();
        if (owner != Owner)
        {
            Raise(new PromiseHandedOver(Id, Owner, owner, by, at));
            Owner = owner;
        }
    }

    public void Drop(string? because, StaffId by, DateTimeOffset at)
    {
        RefuseWhenSettled();
        DroppedBecause = Stated.OrRefused(because, LongestReason, "Say why it will not be done", "Because");
        DroppedAt = at;
        Raise(new PromiseDropped(Id, Owner, DroppedBecause, by, at));
    }

    private DateOnly NewDay(DateOnly? due, DateOnly today)
    {
        var to = due ?? throw new BrokenRuleException("Enter the new day", nameof(Due));
        if (to < today || to == Due)
        {
            throw new BrokenRuleException(to == Due ? "That is the day it is due already" : "The new day must be today or later", nameof(Due));
        }

        RefuseTooFar(to, today);
        return to;
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
