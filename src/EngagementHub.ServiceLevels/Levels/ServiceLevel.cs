using EngagementHub.ServiceLevels.Catalogue;

namespace EngagementHub.ServiceLevels.Levels;

/// <summary>A promise about a service that is measured: what is counted, by which calendar, and the target from dated days on.</summary>
internal sealed class ServiceLevel : Entity
{
    private readonly List<Step> _steps = [];
    private readonly List<MonthlyCount> _counts = [];

    private ServiceLevel(Guid id, Guid serviceId, string slug, Guid calendarId) : base(id) => (ServiceId, Slug, CalendarId) = (serviceId, slug, calendarId);

    public Guid ServiceId { get; private set; }

    public string Slug { get; private set; }

    public string Name { get; private set; } = "";

    public Measure Measure { get; private set; }

    public Basis Basis { get; private set; }

    public Guid CalendarId { get; private set; }

    /// <summary>Local time after which something received counts as received the next working day.</summary>
    public TimeOnly? CutOff { get; private set; }

    /// <summary>What stops the clock: a ticket's resolution or the first answer. They are separate clocks, so one level measures one of them.</summary>
    public Stops Stops { get; private set; }

    /// <summary>Whose dated cut-offs it goes by, where it promises to be in time for one.</summary>
    public Guid? CutOffCalendarId { get; private set; }

    /// <summary>Only tickets of this category are counted; all when empty.</summary>
    public string Category { get; private set; } = "";

    /// <summary>Its place among the service's levels; the first is the one the board shows.</summary>
    public int Place { get; private set; }

    /// <summary>Whether more counts are to come; those of a finished record do not go stale.</summary>
    public bool Live { get; private set; } = true;

    /// <summary>Raised by every change, so that figures worked out from an older state are worked out again.</summary>
    public int Changes { get; private set; }

    /// <summary>In order of their days.</summary>
    public IReadOnlyList<Step> Steps => [.. _steps.OrderBy(step => step.From)];

    /// <summary>Every count recorded, in the order of recording; of several for a month the last one holds.</summary>
    public IReadOnlyList<MonthlyCount> Counts => [.. _counts.OrderBy(count => count.RecordedAt)];

    public static ServiceLevel Define(Guid serviceId, LevelText text, IEnumerable<Step> steps, Act act, Guid? id = null)
    {
        if (string.IsNullOrWhiteSpace(text.Name))
        {
            throw new BrokenRuleException("Enter a name for the service level", nameof(Name));
        }

        if (text.Measure == Measure.InTimeForCutOff && text.CutOffCalendarId is null)
        {
            throw new BrokenRuleException("Choose whose cut-offs it must be in time for", nameof(CutOffCalendar));
        }

        var level = new ServiceLevel(id ?? Guid.NewGuid(), serviceId, SlugText.Checked(text.Slug, nameof(Name)), text.CalendarId)
        {
            Name = text.Name.Trim(),
            Measure = text.Measure,
            Basis = text.Basis,
            CutOff = text.CutOff,
            Stops = text.Stops,
            CutOffCalendarId = text.CutOffCalendarId,
            Category = text.Category.Trim(),
            Place = text.Place,
        };
        foreach (var step in steps)
        {
            level.RecallStep(step, act);
        }

        return level._steps.Count == 0 ? throw new BrokenRuleException("Say what is promised and from which day", nameof(Step.Target)) : level;
    }

    /// <summary>Promises something else from a day on. Once something is promised, no step starts before this month: what was published stays as it was judged.</summary>
    public void AddStep(Step step, DateOnly today, Act act)
    {
        var thisMonth = new DateOnly(today.Year, today.Month, 1);
        if (step.From < thisMonth && HasPromised(today))
        {
            var last = _steps.Max(known => known.From);
            var first = last < thisMonth ? thisMonth : last.AddDays(1);
            throw new BrokenRuleException($"The step must start on {Say.ShortDay(first)} or later: the months before this one are published and stay as they were judged", nameof(Step.From));
        }

        RecallStep(step, act);
    }

    /// <summary>Tells of a promise as it once was made. A step never starts on or before the day of an earlier one: what was promised then stays.</summary>
    public void RecallStep(Step step, Act act)
    {
        if (_steps.Contains(step))
        {
            return;
        }

        step.Check(Measure);
        if (_steps.Count > 0 && step.From <= _steps.Max(known => known.From))
        {
            throw new BrokenRuleException($"The step must start after {Say.ShortDay(_steps.Max(known => known.From))}, when the step before it starts", nameof(Step.From));
        }

        _steps.Add(step);
        Changes++;
        Raise(new ServiceLevelsChanged(Ref, "level.step-added", act.By, act.At, $"{Name}: {step.InWords(Measure)}"));
    }

    /// <summary>Records how many were right in a month. A later record for the same month stands beside the earlier one and replaces it in figures.</summary>
    public void Record(DateOnly month, int right, int of, Act act)
    {
        if (Measure != Measure.ShareCorrect)
        {
            throw new BrokenRuleException("Only a level that measures the share correct has monthly counts");
        }

        if (of < 1 || right < 0 || right > of)
        {
            throw new BrokenRuleException("The number correct must be between 0 and the number checked, and something must have been checked", "Right");
        }

        var first = new DateOnly(month.Year, month.Month, 1);
        if (_counts.Where(count => count.Month == first).MaxBy(count => count.RecordedAt) is { } last && (last.Right, last.Of) == (right, of))
        {
            return;
        }

        _counts.Add(new MonthlyCount(first, right, of, act.At));
        Changes++;
        Raise(new ServiceLevelsChanged(Ref, "level.count-recorded", act.By, act.At, $"{Name}, {Say.Month(first)}: {right} of {of}"));
    }

    /// <summary>No more counts will come.</summary>
    public void EndRecord()
    {
        Changes += Live ? 1 : 0;
        Live = false;
    }

    /// <summary>The step in force on a day; the first one also judges what came before it was promised, marked as such on pages.</summary>
    public Step StepOn(DateOnly day) => Steps.LastOrDefault(step => step.From <= day) ?? Steps[0];

    public bool HasPromised(DateOnly day) => _steps.Exists(step => step.From <= day);

    /// <summary>Whether tickets are counted, and not people's counts.</summary>
    public bool HasTickets => Measure != Measure.ShareCorrect;

    public bool Takes(string category) => Category.Length == 0 || string.Equals(Category, category, StringComparison.OrdinalIgnoreCase);

    private SubjectRef Ref => new(ServiceLevelSubjects.Level, Id);
}

/// <summary>How a service level is defined, apart from its steps.</summary>
internal sealed record LevelText(string Slug, string Name, Measure Measure, Guid CalendarId)
{
    public Basis Basis { get; init; }

    public TimeOnly? CutOff { get; init; }

    public Stops Stops { get; init; }

    public Guid? CutOffCalendarId { get; init; }

    public string Category { get; init; } = "";

    public int Place { get; init; }
}

/// <summary>How many of a month's cases were right, as counted by the people who checked.</summary>
internal sealed record MonthlyCount(DateOnly Month, int Right, int Of, DateTimeOffset RecordedAt);
