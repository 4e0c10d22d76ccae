using EngagementHub.Plans.Plans;

namespace EngagementHub.Plans.Measures;

/// <summary>What a measure says of itself, as typed or read.</summary>
internal sealed record MeasureForm(string? Name, string? Unit, StaffId? Owner, decimal? Target, DateOnly? TargetDay, string? Failure)
{
    private const int LongestUnit = 40;

    public SubjectRef? Source { get; init; }

    public MeasureForm Checked(Plan plan)
    {
        var rules = new BrokenRules();
        var stated = this with
        {
            Name = rules.Keep(() => Stated.OrRefused(Name, Stated.Title, "Enter what is measured", nameof(Name))),
            Unit = rules.Keep(() => Stated.OrRefused(Unit, LongestUnit, "Enter the unit, such as % or working days", nameof(Unit))),
            Owner = rules.Keep(() => Owner ?? throw new BrokenRuleException("Choose who answers for the number", nameof(Owner))),
            Target = rules.Keep(() => Target ?? throw new BrokenRuleException("Enter the target", nameof(Target))),
            TargetDay = rules.Keep(() => TargetDay is not { } day ? throw new BrokenRuleException("Enter the day of the target", nameof(TargetDay))
                : day > plan.FirstDay ? day : throw new BrokenRuleException($"The plan begins on {Say.Day(plan.FirstDay)}. The target is set for a day after that", nameof(TargetDay))),
            Failure = rules.Keep(() => Stated.OrRefused(Failure, Stated.Text, "Say what would count as failure, before anybody knows", nameof(Failure))),
        };
        rules.Refuse();
        return stated;
    }
}

/// <summary>Where a measure begins: the number, its day, how it was taken and where it stands.</summary>
internal sealed record BaselineForm(decimal? Value, DateOnly? Day, string? Method, string? Source)
{
    public BaselineForm Checked()
    {
        var rules = new BrokenRules();
        var stated = this with
        {
            Value = rules.Keep(() => Value ?? throw new BrokenRuleException("Enter the baseline", nameof(Value))),
            Day = rules.Keep(() => Day ?? throw new BrokenRuleException("Enter the day it was taken", nameof(Day))),
            Method = rules.Keep(() => Stated.OrRefused(Method, Stated.Text, "Say how it was taken", nameof(Method))),
            Source = rules.Keep(() => Stated.OrRefused(Source, Stated.Text, "Say where it stands", nameof(Source))),
        };
        rules.Refuse();
        return stated;
    }
}
