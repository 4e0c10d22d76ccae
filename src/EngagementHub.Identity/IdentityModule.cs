using EngagementHub.Core.Hosting;
using EngagementHub.Core.Web;
using EngagementHub.Identity.Roles;
using EngagementHub.Identity.Staff;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace EngagementHub.Identity;

/// <summary>People, roles and signing in.</summary>
public sealed class IdentityModule : IModule
{
    internal const string ManageStaff = "identity.manage-staff";

    /// <inheritdoc/>
    public string Name => "Identity";

    /// <inheritdoc/>
    public string Description => "People, their roles, and signing in";

    /// <inheritdoc/>
    public IReadOnlyList<Permission> Permissions { get; } =
        [new(ManageStaff, "See everyone and change roles", StandardRoles.Administrator)];

    /// <inheritdoc/>
    public IReadOnlyList<NavigationItem> Navigation { get; } = [new("People", "/staff", 90, ManageStaff)];

    /// <inheritdoc/>
    public void Register(IServiceCollection services, IConfiguration settings)
    {
        services.AddHttpContextAccessor();
        services.AddSingleton(s => new Kept<StaffId, StaffCard?>(s.GetRequiredService<Editions>(), typeof(StaffMember)));
        services.AddSingleton(s => new Kept<string, Dictionary<string, IReadOnlyList<string>>>(s.GetRequiredService<Editions>(), typeof(Role)));
        services.AddScoped<RolePermissions>().AddScoped<IStaffDirectory, StaffDirectory>().AddScoped<ICurrentStaff, CurrentStaff>();
        services.AddScoped<IAuthorizationHandler, PermissionHandler>().AddScoped<IAuthorizationHandler, ActiveStaffHandler>();
        services.AddSingleton<IConfigureOptions<AuthorizationOptions>, HubPolicies>();
        services.AddAuthorization();
        services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme).AddCookie(Cookie);
        services.AddScoped<IRecipeStep, RolesRecipeStep>().AddScoped<IRecipeStep, StaffRecipeStep>();
        services.AddLimit("SignIn", permits: 60, seconds: 60, path => path.StartsWithSegments("/account/sign-in", StringComparison.OrdinalIgnoreCase));
        services.AddSlot("account", 10, typeof(AccountViewComponent));
        services.AddPages(pages => pages
            .AuthorizePage("/Account/SignIn", Policies.Open)
            .AuthorizePage("/Account/SignOut", Policies.Open)
            .AuthorizeFolder("/Staff", ManageStaff));
    }

    /// <inheritdoc/>
    public void Map(ModelBuilder model) => model.ApplyConfigurationsFromAssembly(typeof(IdentityModule).Assembly);

    private static void Cookie(CookieAuthenticationOptions options)
    {
        options.Cookie.Name = "hub-session";
        options.Cookie.HttpOnly = true;
        options.Cookie.SameSite = SameSiteMode.Lax;
        options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        options.ExpireTimeSpan = TimeSpan.FromHours(10);
        options.SlidingExpiration = true;
        options.LoginPath = "/account/sign-in";
        options.LogoutPath = "/account/sign-out";
        options.ReturnUrlParameter = "returnUrl";
        // The session's age is a matter of the wall clock even where the demonstration moves the hub's clock.
        options.TimeProvider = TimeProvider.System;
        // A page that only listens keeps nobody signed in.
        options.Events.OnCheckSlidingExpiration = context =>
        {
            context.ShouldRenew &= !context.Request.Headers.Accept.ToString().Contains("text/event-stream", StringComparison.OrdinalIgnoreCase);
            return Task.CompletedTask;
        };
        options.Events.OnRedirectToLogin = context =>
        {
            // A form sent after the session ended would lose what was typed; the 401 page gives it back.
            if (HttpMethods.IsPost(context.Request.Method))
            {
                context.Response.StatusCode = StatusCodes.Status401Unauthorized;
            }
            else
            {
                context.Response.Redirect(context.RedirectUri);
            }

            return Task.CompletedTask;
        };
        options.Events.OnRedirectToAccessDenied = context =>
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            return Task.CompletedTask;
        };
    }
}
