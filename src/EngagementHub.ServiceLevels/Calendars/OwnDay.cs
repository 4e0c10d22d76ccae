namespace EngagementHub.ServiceLevels.Calendars;

/// <summary>A single day that differs from the ordinary week: closed, of what kind, or with hours of its own.</summary>
internal sealed record OwnDay(DateOnly Date, string Kind, string Name, string Hours)
{
    public static IReadOnlyList<string> Kinds { get; } = ["bank holiday", "privilege day", "closure", "half day"];

    public NonWorkingDay ToNonWorkingDay() => new(Date, Kind switch
    {
        "bank holiday" => NonWorkingKind.BankHoliday,
        "privilege day" => NonWorkingKind.PrivilegeDay,
        _ => NonWorkingKind.Closure,
    }, Name);
}
