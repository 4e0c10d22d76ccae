using EngagementHub.Plans.Readings;

namespace EngagementHub.Plans.Plans;

/// <summary>A plan's milestones, and the revisions that correct what they froze.</summary>
internal sealed partial class Plan
{
    /// <summary>How many months after the plan began it is looked at as a whole.</summary>
    public static IReadOnlyList<int> Months { get; } = [6, 12, 24];

    public IReadOnlyList<Milestone> Milestones { get; private set; } = [];

    public IReadOnlyList<Revision> Revisions { get; private set; } = [];

    /// <summary>The last day of what is frozen: nothing of it changes but by a revision.</summary>
    public DateOnly? FrozenThrough => new[] { ClosedDay }.Concat(Milestones.Where(m => m.FrozenAt is not null).Select(m => (DateOnly?)m.Day)).Max();

    public Milestone MilestoneOf(int months) => Milestones.FirstOrDefault(m => m.Months == months) ?? throw new BrokenRuleException($"This plan has no milestone at {months} months");

    /// <summary>Says what will be seen at a milestone; only before the plan is adopted.</summary>
    public void Expect(int months, string? expected)
    {
        if (AdoptedAt is not null)
        {
            throw new BrokenRuleException("What was expected was written before the plan was adopted, and stays");
        }

        Replace(MilestoneOf(months) with { Expected = Stated.OrRefused(expected, Stated.Text, $"Say what will be seen after {months} months", $"At{months}") });
    }

    /// <summary>Moves the day of a milestone. The first day is kept for ever.</summary>
    public void MoveMilestone(int months, DateOnly? to, string? because, Act act)
    {
        var milestone = MilestoneOf(months);
        if (milestone.FrozenAt is not null)
        {
            throw new BrokenRuleException("This milestone is frozen. What is wrong in it is corrected by a numbered revision");
        }

        var rules = new BrokenRules();
        var day = rules.Keep(() => NewDay(to, milestone, act.Day));
        var reason = rules.Keep(() => Stated.OrRefused(because, Stated.Text, "Say why the day moves", "Because"));
        rules.Refuse();
        Replace(milestone with { Day = day, Moves = [.. milestone.Moves, new(milestone.Day, day, reason, act.By, act.At, act.Day)] });
        Raise(new MilestoneMoved(Id, months, milestone.Day, day, reason, act.By, act.At));
    }

    // Whoever may choose a day that is over chooses what was found on it.
    private DateOnly NewDay(DateOnly? to, Milestone milestone, DateOnly today) => to switch
    {
        null => throw new BrokenRuleException("Enter the new day", "Day"),
        { } day when day == milestone.Day => throw new BrokenRuleException("That is its day already", "Day"),
        { } day when day < FirstDay => throw new BrokenRuleException($"The plan begins on {Say.Day(FirstDay)}. A milestone lies after that", "Day"),
        { } day when day < today => throw new BrokenRuleException("The new day must be today or later", "Day"),
        { } day when day > FirstDay.AddYears(10) => throw new BrokenRuleException("A milestone lies within 10 years of the plan's first day", "Day"),
        { } day => day,
    };

    /// <summary>Milestones whose day is over and that nobody has frozen.</summary>
    public IEnumerable<Milestone> ToFreeze(DateOnly today) => AdoptedAt is null ? [] : Milestones.Where(m => m.FrozenAt is null && today > m.Day && m.Day >= AdoptedDay && (ClosedDay is null || m.Day <= ClosedDay));

    /// <summary>Keeps how everything stood at the end of the milestone's day.</summary>
    public void Freeze(int months, Snapshot found, DateTimeOffset at)
    {
        var milestone = MilestoneOf(months);
        if (milestone.FrozenAt is not null || milestone.Day != found.Day)
        {
            return;
        }

        var text = found.Write();
        Replace(milestone with { FrozenAt = at, Snapshot = text, Seal = Snapshot.SealOf(text) });
        Raise(new MilestoneFrozen(Id, months, found.Worst.Word(), at));
    }

    /// <summary>Corrects what is frozen or closed. It stands beside what was said, with a number and a reason.</summary>
    public void Revise((int? Months, string? Was, string? Is, string? Because) said, Act act)
    {
        if (said.Months is { } months ? MilestoneOf(months).FrozenAt is null : ClosedAt is null)
        {
            throw new BrokenRuleException(said.Months is null ? "This plan is not closed. Change what is wrong where it stands" : "This milestone is not frozen yet, so there is nothing to correct", "Months");
        }

        var rules = new BrokenRules();
        var revision = new Revision(
            Revisions.Count + 1, said.Months, rules.Keep(() => Stated.OrRefused(said.Was, Stated.Text, "Say what is wrong, as it stands there", "Was")),
            rules.Keep(() => Stated.OrRefused(said.Is, Stated.Text, "Say what is right", "Is")), rules.Keep(() => Stated.OrRefused(said.Because, Stated.Text, "Say how it came to be wrong and who found it", "Because")), act.By, act.At);
        rules.Refuse();
        Revisions = [.. Revisions, revision];
        Raise(new PlanRevised(Id, revision.Number, revision.Because, act.By, act.At));
    }

    private void Replace(Milestone milestone) => Milestones = [.. Milestones.Select(m => m.Months == milestone.Months ? milestone : m)];
}
