namespace EngagementHub.Plans.Readings;

/// <summary>By what the hub itself reads an action: its dates against a tolerance, and the way its measure has moved against the way it should have moved. One definition, shown beside every reading.</summary>
internal sealed record Criteria(int ToleranceDays, WorkingCalendar Office)
{
    /// <summary>From this share of the planned movement on, a measure is only a little behind.</summary>
    public const decimal LittleBehind = 0.75m;

    /// <summary>The criteria in words, one for each point.</summary>
    public static IReadOnlyList<(Rag Rag, string Words)> InWords(int tolerance) =>
    [
        (Rag.Green, "Done, or not yet due on the day first set; and its measure has moved at least as far as planned by now, or says nothing yet"),
        (Rag.AmberGreen, $"Its day was moved by up to {Say.Count(tolerance, "working day")} in all; or its measure has made at least three quarters of the planned movement"),
        (Rag.AmberRed, $"Its day was moved by more than {Say.Count(tolerance, "working day")}, or is past by up to that; or its measure has made less than three quarters of the planned movement"),
        (Rag.Red, $"Its day is past by more than {Say.Count(tolerance, "working day")}; or its measure has not moved, or has moved the wrong way"),
        (Rag.Grey, "No word of its owner within the promised rhythm: nobody knows. In totals this outranks green and nothing else"),
    ];

    public Finding OfDates(ActionDates dates, DateOnly today)
    {
        if (dates.IsDone)
        {
            return new(Rag.Green, "done");
        }

        var (late, slip) = (dates.IsOverdue(today) ? Office.WorkingDaysBetween(dates.Due, today) : 0, Slip(dates));
        return dates.IsOverdue(today) ? new(late > ToleranceDays ? Rag.Red : Rag.AmberRed, $"overdue by {Say.Count(late, "working day")}")
            : slip > ToleranceDays ? new(Rag.AmberRed, $"moved by {Say.Count(slip, "working day")} in all")
            : slip > 0 ? new(Rag.AmberGreen, $"moved by {Say.Count(slip, "working day")} in all")
            : new(Rag.Green, "not due yet, on the day first set");
    }

    public int Slip(ActionDates dates) => dates.Due > dates.FirstDue ? Office.WorkingDaysBetween(dates.FirstDue, dates.Due) : 0;

    public static Finding? OfMovement(Movement? movement) => movement is not { ShareOfPlan: { } share } ? null
        : share >= 1 ? new(Rag.Green, $"its measure is where it should be ({movement.Words})")
        : share >= LittleBehind ? new(Rag.AmberGreen, $"its measure is a little behind ({movement.Words})")
        : share > 0 ? new(Rag.AmberRed, $"its measure is well behind ({movement.Words})")
        : new(Rag.Red, $"its measure has not moved the right way ({movement.Words})");
}

/// <summary>An action's days as they were known at an instant.</summary>
internal sealed record ActionDates(DateOnly FirstDue, DateOnly Due, bool IsDone)
{
    /// <summary>The one definition of overdue: past the end of its day and not done.</summary>
    public bool IsOverdue(DateOnly today) => !IsDone && today > Due;
}

/// <summary>A point with its reason.</summary>
internal sealed record Finding(Rag Rag, string Because);

/// <summary>How far a measure has moved of what was planned for the day of its last reading; nothing where nothing was to move yet.</summary>
internal sealed record Movement(decimal? ShareOfPlan, string Words);
