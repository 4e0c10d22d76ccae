namespace EngagementHub.ServiceLevels.Signing;

/// <summary>Why a ticket stands otherwise than when its month was signed: the kind of cause, and what exactly.</summary>
internal sealed record Cause(string Kind, string Detail)
{
    public const string Arrived = "Arrived after signing";
    public const string Reopened = "Reopened";
    public const string Corrected = "Corrected";
    public const string Retracted = "Retracted by its source";
    public const string Voided = "Made void";
    public const string MovedAway = "Moved to another service";
    public const string MovedHere = "Moved here from another service";
    public const string OtherCategory = "Counted under another category";
    public const string Done = "Done since";
    public const string TimePassed = "Time has passed";
    public const string ToldLater = "Told later";
    public const string Calendar = "The calendar was changed";
    public const string Holidays = "The bank holidays were changed";
    public const string CutOffs = "The cut-offs were changed";
    public const string Method = "The way of counting was changed";
}

/// <summary>A ticket that stands otherwise now than in the signed month; nothing on a side where it is not in the month.</summary>
internal sealed record Moved(FrozenRow? Signed, FrozenRow? Now, Cause Cause)
{
    public string Ticket => (Signed ?? Now)!.Ticket;

    public string Source => (Signed ?? Now)!.Source;

    /// <summary>Whether the month's figure would be another one because of it. What was late and open counts as missed, and so does what was done late.</summary>
    public bool CountsOtherwise => CountsAs(Signed) != CountsAs(Now);

    private static string CountsAs(FrozenRow? row) => row?.Outcome switch
    {
        null => "",
        Figures.TicketGroup.Late => Figures.TicketGroup.Missed,
        var outcome => outcome,
    };
}
