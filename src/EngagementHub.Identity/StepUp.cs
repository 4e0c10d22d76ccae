using System.Security.Claims;
using EngagementHub.Core.Hosting;
using EngagementHub.Identity.Provider;
using EngagementHub.Identity.Sessions;

namespace EngagementHub.Identity;

/// <summary>Whether somebody has to show again that it is them before they use what a moderator or administrator may do.</summary>
internal sealed class StepUp(ModuleCatalog modules, SignInSettings settings, SessionClock clock)
{
    // What these roles may do is worth another look at who does it; a blog owner's or service owner's work is not.
    private static readonly string[] Watched = [StandardRoles.Moderator, StandardRoles.Administrator];

    /// <summary>Whether that person, whom these roles give the permission, signed in too long ago for it.</summary>
    public bool IsNeeded(ClaimsPrincipal person, string permission, IReadOnlyList<string> granting) =>
        (granting.All(Watched.Contains) || IsTheirs(permission)) && settings.Recent is { } recent && !(SignedIn.Instant(person.FindFirstValue(SignedIn.ProvedClaim)) is { } proved && clock.Now - proved <= recent);

    // Given to another role as well, their work is as delicate as before.
    private bool IsTheirs(string permission) => modules.Permissions.FirstOrDefault(p => p.Name == permission)?.DefaultRoles is { Count: > 0 } roles && roles.All(Watched.Contains);
}
