namespace EngagementHub.ServiceLevels.Calendars;

/// <summary>A single day that differs from the ordinary week: closed, of what kind, or with hours of its own.</summary>
internal sealed record OwnDay(DateOnly Date, string Kind, string Name, string Hours)
{
    public static IReadOnlyList<string> Kinds { get; } = ["bank holiday", "privilege day", "closure", "half day"];

    public string InWords => $"{Say.ShortDay(Date)} {Kind}{(Name.Length == 0 ? "" : $" ({Name})")}{(Hours.Length == 0 ? "" : $" open {Hours}")}";

    public NonWorkingDay ToNonWorkingDay() => new(Date, Kind switch
    {
        "bank holiday" => NonWorkingKind.BankHoliday,
        "privilege day" => NonWorkingKind.PrivilegeDay,
        _ => NonWorkingKind.Closure,
    }, Name);
}
