using Microsoft.AspNetCore.Mvc.Rendering;

namespace EngagementHub.ServiceLevels.Pages.ServiceLevels.Import;

/// <summary>What a state can mean, in words.</summary>
internal static class MeaningChoice
{
    public static IReadOnlyList<SelectListItem> All { get; } =
    [
        new("Open: the clock runs", "open"),
        new("Paused: waiting for the requester", "paused"),
        new("Resolved: the clock stops", "resolved"),
        new("Closed: the clock stops", "closed"),
        new("Void: not counted", "void"),
    ];
}
