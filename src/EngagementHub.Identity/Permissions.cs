using EngagementHub.Core.Hosting;
using EngagementHub.Core.Web;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.Options;

namespace EngagementHub.Identity;

internal sealed record PermissionRequirement(string Permission) : IAuthorizationRequirement;

internal sealed class PermissionHandler(ICurrentStaff staff) : AuthorizationHandler<PermissionRequirement>
{
    protected override async Task HandleRequirementAsync(AuthorizationHandlerContext context, PermissionRequirement requirement)
    {
        if (await staff.MayAsync(requirement.Permission))
        {
            context.Succeed(requirement);
        }
    }
}

internal sealed record ActiveStaffRequirement : IAuthorizationRequirement;

internal sealed class ActiveStaffHandler(ICurrentStaff staff) : AuthorizationHandler<ActiveStaffRequirement>
{
    protected override async Task HandleRequirementAsync(AuthorizationHandlerContext context, ActiveStaffRequirement requirement)
    {
        if (await staff.CardAsync() is not null)
        {
            context.Succeed(requirement);
        }
    }
}

/// <summary>One policy for each permission; everything that says nothing is for signed-in staff.</summary>
internal sealed class HubPolicies(ModuleCatalog modules, IOptions<HubOptions> hub) : IConfigureOptions<AuthorizationOptions>
{
    public void Configure(AuthorizationOptions options)
    {
        var staff = new AuthorizationPolicyBuilder().RequireAuthenticatedUser().AddRequirements(new ActiveStaffRequirement()).Build();
        options.DefaultPolicy = staff;
        options.FallbackPolicy = staff;
        options.AddPolicy(Policies.Open, p => p.RequireAssertion(_ => true));
        options.AddPolicy(Policies.Read, hub.Value.Reading == "Anyone" ? new AuthorizationPolicyBuilder().RequireAssertion(_ => true).Build() : staff);
        foreach (var permission in modules.Permissions)
        {
            options.AddPolicy(permission.Name, p => p.RequireAuthenticatedUser().AddRequirements(new PermissionRequirement(permission.Name)));
        }
    }
}
