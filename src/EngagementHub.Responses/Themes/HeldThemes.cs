using Microsoft.EntityFrameworkCore;

namespace EngagementHub.Responses.Themes;

/// <summary>Sorting into a theme and merging it away wait for each other: whoever comes second sees what the first did.</summary>
internal static class HeldThemes
{
    /// <summary>Holds the themes until the current transaction ends. A write that changes nothing is a lock on both databases.</summary>
    /// <returns>How many of them are still there and not merged.</returns>
    public static Task<int> HoldAsync(HubDb db, IReadOnlyCollection<Guid> themes, CancellationToken cancellation = default) =>
        db.Themes.Where(t => themes.Contains(t.Id) && t.MergedInto == null).ExecuteUpdateAsync(set => set.SetProperty(t => t.Place, t => t.Place), cancellation);
}
