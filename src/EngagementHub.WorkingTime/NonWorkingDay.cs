namespace EngagementHub.WorkingTime;

/// <summary>Why a day that would be worked is not.</summary>
public enum NonWorkingKind
{
    /// <summary>A bank or public holiday of the calendar's division.</summary>
    BankHoliday,

    /// <summary>A day granted to civil servants; not a bank holiday, and some services work on it.</summary>
    PrivilegeDay,

    /// <summary>The office or service is closed for a reason of its own.</summary>
    Closure,
}

/// <summary>A day on which nobody works, of what kind, and its name.</summary>
public sealed record NonWorkingDay(DateOnly Date, NonWorkingKind Kind, string Name);
