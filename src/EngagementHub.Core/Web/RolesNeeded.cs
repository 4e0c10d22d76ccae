using Microsoft.AspNetCore.Http;

namespace EngagementHub.Core.Web;

/// <summary>Keeps with a request that was refused which roles it needs, so that its page can say whom to ask.</summary>
public static class RolesNeeded
{
    private static readonly object Key = new();

    /// <summary>Notes them.</summary>
    public static void NoteOn(HttpContext context, IReadOnlyList<string> roles) => context.Items[Key] = roles;

    /// <summary>Those that were noted; none where something else than a role was missing.</summary>
    public static IReadOnlyList<string> Of(HttpContext context) => context.Items[Key] as IReadOnlyList<string> ?? [];
}
