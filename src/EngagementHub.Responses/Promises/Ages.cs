using EngagementHub.Core.Time;

namespace EngagementHub.Responses.Promises;

/// <summary>Ages in working days, as far as anybody counts them.</summary>
internal static class Ages
{
    private const int Countable = 250;
    private const int WorkingDaysAYear = 253;
    private const int WorkingDaysAMonth = 21;

    /// <summary>Whether a day says more than the number of days until it.</summary>
    public static bool IsBeyondAMonth(int workingDays) => workingDays > WorkingDaysAMonth;

    public static string InWords(int workingDays) =>
        workingDays <= Countable ? Say.Count(workingDays, "working day")
        : workingDays < 2 * WorkingDaysAYear ? $"over {Countable} working days"
        : $"over {workingDays / WorkingDaysAYear} years";
}
