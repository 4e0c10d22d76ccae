using EngagementHub.Plans.Plans;

namespace EngagementHub.Plans.Measures;

/// <summary>What was read of a measure: by hand with its evidence, or from its source. What lies in a frozen period is corrected by a numbered revision only.</summary>
internal sealed partial class Measure
{
    private readonly List<Reading> _readings = [];

    public IReadOnlyList<Reading> Readings => [.. _readings.OrderBy(r => r.Day).ThenBy(r => r.Revision).ThenBy(r => r.At)];

    /// <summary>One reading for each day, the last word about it, by what was known then: by hand from when it was entered, from a source from its own day, whenever it was heard.</summary>
    public IReadOnlyList<Reading> CurrentAt((DateTimeOffset At, DateOnly Today) asOf) =>
        [.. Readings.Where(r => r.Day <= asOf.Today && (r.By is null || r.At <= asOf.At)).GroupBy(r => r.Day).Select(g => g.Last())];

    public void Read(Plan plan, ReadingForm form, Act act)
    {
        if (Source is not null)
        {
            throw new BrokenRuleException("The readings of this measure come from its source. What is wrong is put right there");
        }

        RefuseWithoutBaseline();
        var rules = new BrokenRules();
        var value = rules.Keep(() => form.Value ?? throw new BrokenRuleException("Enter what was read", "Value"));
        var day = rules.Keep(() => AfterBaseline(form.Day, act.Day));
        var evidence = rules.Keep(() => Stated.OrRefused(form.Evidence, Stated.Text, "Say where anybody can check it", "Evidence"));
        var because = rules.Keep(() => WhyLate(form.Because, form.Day, plan));
        rules.Refuse();
        Add(new Reading(day, value, evidence, null, act.By, act.At, because.Length == 0 ? 0 : _readings.Max(r => (int?)r.Revision).GetValueOrDefault() + 1, because.Length == 0 ? null : because));
    }

    private DateOnly AfterBaseline(DateOnly? said, DateOnly today)
    {
        var day = said ?? throw new BrokenRuleException("Enter the day it was read", "Day");
        return day > BaselineDay && day <= today ? day
            : throw new BrokenRuleException(day > today ? "A reading cannot be of a day to come" : $"The baseline is of {Say.Day(BaselineDay!.Value)}. A reading comes after it", "Day");
    }

    private string WhyLate(string? said, DateOnly? day, Plan plan)
    {
        var because = Stated.OrEmpty(said, Stated.Text, "Because");
        var isAgain = _readings.Exists(r => r.Day == day);
        return because.Length > 0 || !(isAgain || day <= plan.FrozenThrough) ? because
            : throw new BrokenRuleException(isAgain ? "There is a reading of that day. To correct it, say why" : $"Everything up to {Say.Day(plan.FrozenThrough!.Value)} is frozen. To add to it, say why: it becomes a numbered revision", "Because");
    }

    /// <summary>Takes what the source says now. A provisional figure is replaced; one that lies in a frozen period is revised beside what was known then.</summary>
    /// <returns>Whether anything was new.</returns>
    public bool Hear(Plan plan, IEnumerable<MeasuredReading> told, DateTimeOffset at)
    {
        var heard = false;
        foreach (var reading in told.Where(r => r.Day > BaselineDay))
        {
            var before = _readings.Where(r => r.Day == reading.Day).MaxBy(r => r.Revision);
            if (before?.Value == reading.Value)
            {
                continue;
            }

            heard = true;
            var isFrozen = reading.Day <= plan.FrozenThrough && before is not null;
            if (before is not null && !isFrozen)
            {
                _readings.Remove(before);
            }

            Add(new Reading(reading.Day, reading.Value, reading.Words, reading.Url, null, at, isFrozen ? before!.Revision + 1 : before?.Revision ?? 0, isFrozen ? "Its source says so now" : null));
        }

        return heard;
    }

    /// <summary>No baseline, no claim.</summary>
    public void RefuseWithoutBaseline()
    {
        if (BaselineAt is null)
        {
            throw new BrokenRuleException($"\"{Name}\" has no baseline yet. Take it first: without one nothing can be shown to have moved");
        }
    }

    private void Add(Reading reading)
    {
        _readings.Add(reading);
        Raise(new MeasureRead(Id, reading.Value, reading.Day, reading.Because, reading.By, reading.At));
    }
}

/// <summary>A number read on a day, where it can be checked, and by whom it was entered; by nobody when the source told it.</summary>
internal sealed record Reading(DateOnly Day, decimal Value, string Evidence, string? Url, StaffId? By, DateTimeOffset At, int Revision, string? Because);

/// <summary>A reading as typed.</summary>
internal sealed record ReadingForm(decimal? Value, DateOnly? Day, string? Evidence, string? Because = null);
