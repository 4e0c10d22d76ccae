using EngagementHub.Core.Hosting;
using EngagementHub.Core.Web;
using EngagementHub.Identity.Roles;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Policy;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace EngagementHub.Identity;

internal sealed record PermissionRequirement(string Permission) : IAuthorizationRequirement;

internal sealed class PermissionHandler(CurrentStaff staff, StepUp again) : AuthorizationHandler<PermissionRequirement>
{
    protected override async Task HandleRequirementAsync(AuthorizationHandlerContext context, PermissionRequirement requirement)
    {
        var granting = await staff.GrantingAsync(requirement.Permission);
        if (granting.Count == 0)
        {
            return;
        }

        if (again.IsNeeded(context.User, requirement.Permission, granting))
        {
            context.Fail(new SignedInTooLongAgo(this));
            return;
        }

        context.Succeed(requirement);
    }
}

internal sealed class SignedInTooLongAgo(IAuthorizationHandler handler) : AuthorizationFailureReason(handler, "Signed in too long ago");

/// <summary>Sends who signed in too long ago to sign in again, and gives back what they typed; tells others which role they lack. The rest is the framework's.</summary>
internal sealed class AskAgain : IAuthorizationMiddlewareResultHandler
{
    private readonly AuthorizationMiddlewareResultHandler _usual = new();

    public async Task HandleAsync(RequestDelegate next, HttpContext context, AuthorizationPolicy policy, PolicyAuthorizationResult authorizeResult)
    {
        if (!authorizeResult.Forbidden || authorizeResult.AuthorizationFailure?.FailureReasons.OfType<SignedInTooLongAgo>().Any() != true)
        {
            await NoteRolesAsync(context, policy, authorizeResult);
            await _usual.HandleAsync(next, context, policy, authorizeResult);
            return;
        }

        if (HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method))
        {
            context.Response.Redirect(QueryHelpers.AddQueryString(SignInAgain.Address, "returnUrl", context.Request.Path + context.Request.QueryString));
            return;
        }

        SignInAgain.AskedOf(context);
        context.Response.StatusCode = StatusCodes.Status401Unauthorized;
    }

    private static async Task NoteRolesAsync(HttpContext context, AuthorizationPolicy policy, PolicyAuthorizationResult result)
    {
        if (result.Forbidden && policy.Requirements.OfType<PermissionRequirement>().FirstOrDefault() is { } missing)
        {
            RolesNeeded.NoteOn(context, await context.RequestServices.GetRequiredService<RolePermissions>().GrantingAsync(missing.Permission, context.RequestAborted));
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
        options.AddPolicy(Policies.Staff, staff);
        options.AddPolicy(Policies.Open, p => p.RequireAssertion(_ => true));
        options.AddPolicy(Policies.Read, hub.Value.Reading == "Anyone" ? new AuthorizationPolicyBuilder().RequireAssertion(_ => true).Build() : staff);
        foreach (var permission in modules.Permissions)
        {
            options.AddPolicy(permission.Name, p => p.RequireAuthenticatedUser().AddRequirements(new PermissionRequirement(permission.Name)));
        }
    }
}
