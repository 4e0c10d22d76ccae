using EngagementHub.Core.Ports;

namespace EngagementHub.Core.Keeping;

/// <summary>How somebody who was forgotten is spoken of.</summary>
public static class FormerStaff
{
    /// <summary>What stands where the name stood.</summary>
    public const string Name = "A former member of staff";
}

/// <summary>A person is to be forgotten.</summary>
/// <param name="Card">Who, as known until now.</param>
/// <param name="Alias">Stands in records in the place of the person. Made for this once and written down nowhere: nothing leads from it back.</param>
/// <param name="KeepsNameInOffice">Whether the name stays under what the person signed in office: posts, answers, promises, signed months.</param>
/// <param name="At">UTC instant.</param>
public sealed record Forgetting(StaffCard Card, StaffId Alias, bool KeepsNameInOffice, DateTimeOffset At);

/// <summary>What becomes of a record when the person in it is forgotten.</summary>
public enum Fate
{
    /// <summary>It is removed.</summary>
    Removed,

    /// <summary>It stays, and no longer says who it was.</summary>
    Unnamed,

    /// <summary>It stays as it is; what it is known by leads to a record without a name, unless that stays too.</summary>
    Stays,
}
