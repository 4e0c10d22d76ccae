using EngagementHub.Plans.Plans;
using EngagementHub.Plans.Readings;

namespace EngagementHub.Plans.Measures;

/// <summary>A number that shows whether a plan changes anything: where it began, where it should be by when, and what was read on the way.</summary>
internal sealed partial class Measure : Entity
{
    private Measure(Guid id)
        : base(id)
    {
    }

    public Guid Plan { get; private set; }

    public string Name { get; private set; } = "";

    public string Unit { get; private set; } = "";

    /// <summary>Who answers for the number.</summary>
    public StaffId Owner { get; private set; }

    public decimal? Baseline { get; private set; }

    public DateOnly? BaselineDay { get; private set; }

    /// <summary>How the baseline was taken.</summary>
    public string? BaselineMethod { get; private set; }

    /// <summary>Where the baseline stands.</summary>
    public string? BaselineSource { get; private set; }

    /// <summary>When the baseline was frozen.</summary>
    public DateTimeOffset? BaselineAt { get; private set; }

    public decimal Target { get; private set; }

    public DateOnly TargetDay { get; private set; }

    /// <summary>What would count as failure, written before anybody knows.</summary>
    public string Failure { get; private set; } = "";

    /// <summary>The service level or survey question its readings come from; nothing where they are entered by hand.</summary>
    public SubjectRef? Source { get; private set; }

    public static Measure Define(Plan plan, MeasureForm form, Act act, Guid? id = null)
    {
        plan.RefuseWhenClosed();
        var stated = form.Checked(plan);
        var measure = new Measure(id ?? Guid.NewGuid())
        {
            Plan = plan.Id,
            Name = stated.Name!,
            Unit = stated.Unit!,
            Owner = stated.Owner!.Value,
            Target = stated.Target!.Value,
            TargetDay = stated.TargetDay!.Value,
            Failure = stated.Failure!,
            Source = stated.Source,
        };
        measure.Raise(new MeasureDefined(measure.Id, plan.Id, act.By, act.At));
        return measure;
    }

    /// <summary>Takes the baseline and freezes it. There is one, before the first reading, and it never changes.</summary>
    public void Begin(BaselineForm form, Act act)
    {
        if (BaselineAt is not null)
        {
            throw new BrokenRuleException($"The baseline was frozen on {Say.Day(BaselineDay!.Value)}. It does not change: a better one belongs to a new measure");
        }

        var stated = form.Checked();
        if (_readings.OrderBy(r => r.Day).FirstOrDefault() is { } first)
        {
            throw new BrokenRuleException($"The first reading is of {Say.Day(first.Day)}. A baseline is taken before the first reading, or it shows nothing", "Day");
        }

        if (stated.Value == Target)
        {
            throw new BrokenRuleException($"The baseline is the target already ({Target:0.##} {Unit}). Choose a target that is better, or a measure that can move", "Value");
        }

        if (stated.Day >= TargetDay || stated.Day > act.Day)
        {
            throw new BrokenRuleException(stated.Day > act.Day ? "The baseline cannot be taken on a day to come" : $"The target is set for {Say.Day(TargetDay)}. The baseline lies before that", "Day");
        }

        (Baseline, BaselineDay, BaselineMethod, BaselineSource, BaselineAt) = (stated.Value, stated.Day, stated.Method, stated.Source, act.At);
        Raise(new BaselineFrozen(Id, stated.Value!.Value, stated.Day!.Value, act.By, act.At));
    }

    /// <summary>Where it should be on a day: a straight line from the baseline to the target.</summary>
    public decimal? PlannedOn(DateOnly day) => Baseline is not { } from ? null
        : day <= BaselineDay ? from
        : day >= TargetDay ? Target
        : from + ((Target - from) * (day.DayNumber - BaselineDay!.Value.DayNumber) / (TargetDay.DayNumber - BaselineDay.Value.DayNumber));

    /// <summary>How far it has moved of what was planned for the day of its last reading, by what was known then.</summary>
    public Movement? MovementAt((DateTimeOffset At, DateOnly Today) asOf)
    {
        if (Baseline is not { } from || CurrentAt(asOf).LastOrDefault() is not { } last || PlannedOn(last.Day) is not { } planned || planned == from)
        {
            return null;
        }

        return new((last.Value - from) / (planned - from), $"{Name}: {InWords(Shown(last.Value))} on {Say.ShortDay(last.Day)}, {InWords(decimal.Round(planned, 1))} planned, {InWords(from)} at the start");
    }

    /// <summary>A reading as it is shown; the exact one is what is judged.</summary>
    public decimal Shown(decimal reading) => ShownNumber.Of(reading, Unit, falls: Target < Baseline);

    public string InWords(decimal value) => Unit is "%" ? $"{value.ToString("#,0.##", Say.English)}%" : Unit is "£m" ? $"£{value.ToString("#,0.##", Say.English)}m" : $"{value.ToString("#,0.##", Say.English)} {Unit}";
}
