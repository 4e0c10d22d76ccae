using System.Runtime.ExceptionServices;
using System.Security.Claims;
using EngagementHub.Identity.Roles;
using Microsoft.AspNetCore.Http;

namespace EngagementHub.Identity;

internal sealed class CurrentStaff(IHttpContextAccessor http, IStaffDirectory directory, RolePermissions roles, Kept<StaffId, StaffCard?> cards) : ICurrentStaff
{
    private static readonly object Unknown = new();

    private Task<StaffCard?>? _card;

    public StaffId? IdOrNone =>
        Guid.TryParse(http.HttpContext?.User.FindFirstValue(ClaimTypes.NameIdentifier), out var id) ? new StaffId(id) : null;

    public StaffId Id => IdOrNone ?? throw new InvalidOperationException("Nobody is signed in");

    /// <summary>Notes that it cannot be known now who sends the request: who needs to know meets this error.</summary>
    public static void IsUnknown(HttpContext context, Exception because) => context.Items[Unknown] = ExceptionDispatchInfo.Capture(because);

    public Task<StaffCard?> CardAsync() => _card ??= LoadAsync();

    public async Task<bool> MayAsync(string permission) => (await GrantingAsync(permission)).Count > 0;

    /// <summary>The person's roles that give the permission.</summary>
    public async Task<IReadOnlyList<string>> GrantingAsync(string permission) =>
        await CardAsync() is { } card ? [.. card.Roles.Intersect(await roles.GrantingAsync(permission))] : [];

    // Someone who left may hold a session for a second yet, and no right with it.
    private async Task<StaffCard?> LoadAsync()
    {
        (http.HttpContext?.Items[Unknown] as ExceptionDispatchInfo)?.Throw();
        return IdOrNone is { } id && await cards.GetAsync(id, () => directory.FindAsync(id)) is { IsActive: true } card ? card : null;
    }
}
