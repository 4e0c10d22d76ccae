using System.Runtime.ExceptionServices;
using System.Security.Claims;
using EngagementHub.Core.Web;
using EngagementHub.Core.Web.Shared;
using EngagementHub.Identity.Roles;
using EngagementHub.Identity.Sessions;
using Microsoft.AspNetCore.Http;

namespace EngagementHub.Identity;

internal sealed class CurrentStaff(IHttpContextAccessor http, IStaffDirectory directory, RolePermissions roles, Kept<StaffId, StaffCard?> cards, HeldSessions sessions, StepUp again) : ICurrentStaff
{
    private static readonly object Unknown = new();

    private Task<StaffCard?>? _card;

    public StaffId? IdOrNone
    {
        get
        {
            // Whoever asks who reads makes a page that is one reader's own.
            SharedReading.Of(http.HttpContext)?.BecomePersonal();
            return SignedIn;
        }
    }

    private StaffId? SignedIn =>
        Guid.TryParse(http.HttpContext?.User.FindFirstValue(ClaimTypes.NameIdentifier), out var id) ? new StaffId(id) : null;

    public StaffId Id => IdOrNone ?? throw new InvalidOperationException("Nobody is signed in");

    /// <summary>Notes that it cannot be known now who sends the request: who needs to know meets this error.</summary>
    public static void IsUnknown(HttpContext context, Exception because) => context.Items[Unknown] = ExceptionDispatchInfo.Capture(because);

    public bool IsAnyReader => SharedReading.Of(http.HttpContext) is not null;

    public Task<StaffCard?> CardAsync()
    {
        SharedReading.Of(http.HttpContext)?.BecomePersonal();
        return KnownAsync();
    }

    public async Task<bool> MayAsync(string permission)
    {
        var granting = await GrantingAsync(permission);
        if (granting.Count > 0 && http.HttpContext is { } context && SignInAgain.IsActing(context) && again.IsNeeded(context.User, permission, granting))
        {
            throw new SignInAgainException();
        }

        return granting.Count > 0;
    }

    public async Task<bool> IsStillSignedInAsync() => http.HttpContext?.User.FindFirstValue(Sessions.SignedIn.KeyClaim) is not { } key || await sessions.FindAsync(new SessionKey(key).Hash) is not null;

    /// <summary>The person's roles that give the permission.</summary>
    public async Task<IReadOnlyList<string>> GrantingAsync(string permission) =>
        await KnownAsync() is { } card ? [.. card.Roles.Intersect(await roles.GrantingAsync(permission))] : [];

    // What the roles allow is the same for all who share a page.
    private Task<StaffCard?> KnownAsync() => _card ??= LoadAsync();

    // Someone who left may hold a session for some seconds yet, and no right with it.
    private async Task<StaffCard?> LoadAsync()
    {
        (http.HttpContext?.Items[Unknown] as ExceptionDispatchInfo)?.Throw();
        return SignedIn is { } id && await cards.GetAsync(id, () => directory.FindAsync(id)) is { IsActive: true } card ? card : null;
    }
}
