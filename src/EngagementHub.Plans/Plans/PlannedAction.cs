using EngagementHub.Plans.Readings;

namespace EngagementHub.Plans.Plans;

/// <summary>What somebody will do by a day, what would show that it succeeded, what caused it and which measure it should move.</summary>
internal sealed partial class PlannedAction : Entity
{
    private readonly List<Cause> _causes = [];

    private PlannedAction(Guid id)
        : base(id)
    {
    }

    public Guid Plan { get; private set; }

    public Guid Area { get; private set; }

    public int Place { get; private set; }

    public string Title { get; private set; } = "";

    /// <summary>What success looks like.</summary>
    public string Success { get; private set; } = "";

    /// <summary>The element of the capability model, as in L1; nothing where none fits.</summary>
    public string? Element { get; private set; }

    public StaffId Owner { get; private set; }

    /// <summary>Who leads at the top, as in "Director of human resources".</summary>
    public string Lead { get; private set; } = "";

    public DateOnly Begins { get; private set; }

    public DateOnly Due { get; private set; }

    /// <summary>The day first set, for ever.</summary>
    public DateOnly FirstDue { get; private set; }

    /// <summary>The measure it should move; nothing where none is named.</summary>
    public Guid? Measure { get; private set; }

    public IReadOnlyList<Cause> Causes => _causes;

    public IReadOnlyList<Slip> Slips { get; private set; } = [];

    public IReadOnlyList<Word> Words { get; private set; } = [];

    public IReadOnlyList<Giving> Givings { get; private set; } = [];

    public DateTimeOffset? DoneAt { get; private set; }

    public DateOnly? DoneDay { get; private set; }

    public string? DoneText { get; private set; }

    public DateTimeOffset? DroppedAt { get; private set; }

    public string? DroppedBecause { get; private set; }

    public bool IsSettled => DoneAt is not null || DroppedAt is not null;

    public static PlannedAction Add(Plan plan, ActionForm form, (int Place, WorkingCalendar Office, Act Act) how, Guid? id = null)
    {
        plan.RefuseWhenClosed();
        var stated = form.Checked(plan);
        RefuseDayOff(stated.Due!.Value, how.Office);
        var action = new PlannedAction(id ?? Guid.NewGuid())
        {
            Plan = plan.Id,
            Area = stated.Area!.Value,
            Place = how.Place,
            Title = stated.Title!,
            Success = stated.Success!,
            Element = stated.Element,
            Owner = stated.Owner!.Value,
            Lead = stated.Lead!,
            Begins = stated.Begins!.Value,
            Due = stated.Due.Value,
            FirstDue = stated.Due.Value,
        };
        action.Raise(new ActionAdded(action.Id, plan.Id, action.Owner, how.Act.By, how.Act.At));
        return action;
    }

    /// <summary>Names what caused it. An action that answers nobody is rarely missed.</summary>
    public void CausedBy(SubjectRef subject, string? words, Act act)
    {
        if (_causes.Exists(c => c.Subject == subject))
        {
            return;
        }

        _causes.Add(new Cause(subject, Stated.OrEmpty(words, Stated.Text, "Words")));
        Raise(new ActionLinked(Id, subject, act.By, act.At));
    }

    /// <summary>Names the measure it should move; its baseline must lie before the action begins.</summary>
    public void Moves(Measures.Measure measure, Act act)
    {
        if (measure.Plan != Plan)
        {
            throw new BrokenRuleException("Choose a measure of the same plan", nameof(Measure));
        }

        if (measure.BaselineDay is { } day && day > Begins)
        {
            throw new BrokenRuleException($"The baseline of \"{measure.Name}\" was taken on {Say.Day(day)}, after the action began on {Say.Day(Begins)}. A baseline comes first, or it shows nothing", nameof(Measure));
        }

        Measure = measure.Id;
        Raise(new ActionMeasured(Id, measure.Id, measure.Name, act.By, act.At));
    }

    private static void RefuseDayOff(DateOnly due, WorkingCalendar office)
    {
        if (!office.IsWorkingDay(due))
        {
            var off = office.DayOff(due)?.Name ?? due.ToString("dddd", Say.English);
            throw new BrokenRuleException($"{Say.Day(due)} is no working day ({off}). Choose {Say.Day(office.AddWorkingDays(due, -1))} or {Say.Day(office.AddWorkingDays(due, 1))}", nameof(Due));
        }
    }
}

/// <summary>What caused an action: a theme, promise, comment, survey question or service level of another module.</summary>
internal sealed record Cause(SubjectRef Subject, string Words);

/// <summary>Whose it was until it was given to somebody else.</summary>
internal sealed record Giving(StaffId From, StaffId To, string Because, StaffId By, DateTimeOffset At);
