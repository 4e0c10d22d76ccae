using System.Security.Claims;
using EngagementHub.Identity.Roles;
using Microsoft.AspNetCore.Http;

namespace EngagementHub.Identity;

internal sealed class CurrentStaff(IHttpContextAccessor http, IStaffDirectory directory, RolePermissions roles, Kept<StaffId, StaffCard?> cards) : ICurrentStaff
{
    private Task<StaffCard?>? _card;

    public StaffId? IdOrNone =>
        Guid.TryParse(http.HttpContext?.User.FindFirstValue(ClaimTypes.NameIdentifier), out var id) ? new StaffId(id) : null;

    public StaffId Id => IdOrNone ?? throw new InvalidOperationException("Nobody is signed in");

    public Task<StaffCard?> CardAsync() => _card ??= LoadAsync();

    public async Task<bool> MayAsync(string permission) =>
        await CardAsync() is { } card && card.Roles.Intersect(await roles.GrantingAsync(permission)).Any();

    // Someone who left keeps a cookie for a while, and no right with it.
    private async Task<StaffCard?> LoadAsync() =>
        IdOrNone is { } id && await cards.GetAsync(id, () => directory.FindAsync(id)) is { IsActive: true } card ? card : null;
}
