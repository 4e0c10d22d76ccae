using System.Text.Json.Serialization;

namespace EngagementHub.ServiceLevels.Calendars;

/// <summary>A single day that differs from the ordinary week: closed, of what kind, or with hours of its own.</summary>
internal sealed record OwnDay(DateOnly Date, string Kind, string Name, string Hours)
{
    public const string PrivilegeDay = "privilege day";
    public const string HalfDay = "half day";

    public static IReadOnlyList<string> Kinds { get; } = ["bank holiday", PrivilegeDay, "closure", HalfDay];

    [JsonIgnore]
    public string InWords => $"{Say.ShortDay(Date)} {Kind}{(Name.Length == 0 ? "" : $" ({Name})")}{(Hours.Length == 0 ? "" : $" open {Hours}")}";

    /// <exception cref="BrokenRuleException">Its hours cannot be read, or a half day has none.</exception>
    public IReadOnlyList<OpenHours> Check()
    {
        try
        {
            return Kind == HalfDay && Hours.Length == 0
                ? throw new BrokenRuleException($"The half day on {Say.ShortDay(Date)} has no hours: say when it is open, for example 09:00-13:00", "Days")
                : OpenHours.ParseDay(Hours);
        }
        catch (FormatException problem)
        {
            throw new BrokenRuleException(problem.Message, "Days");
        }
    }

    public NonWorkingDay ToNonWorkingDay() => new(Date, Kind switch
    {
        "bank holiday" => NonWorkingKind.BankHoliday,
        PrivilegeDay => NonWorkingKind.PrivilegeDay,
        _ => NonWorkingKind.Closure,
    }, Name);
}
