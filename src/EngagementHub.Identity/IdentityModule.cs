using EngagementHub.Core.Hosting;
using EngagementHub.Core.Jobs;
using EngagementHub.Core.Keeping;
using EngagementHub.Core.Web;
using EngagementHub.Identity.Keys;
using EngagementHub.Identity.Provider;
using EngagementHub.Identity.Roles;
using EngagementHub.Identity.Sessions;
using EngagementHub.Identity.Staff;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.ApplicationModels;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace EngagementHub.Identity;

/// <summary>People, roles and signing in.</summary>
public sealed class IdentityModule : IModule
{
    internal const string ManageStaff = "identity.manage-staff";
    internal const string ReadAudit = "identity.read-audit";

    // Thousands read at once, each with a session of their own: asking after each of them every second would cost more than the pages. A change is told to every node; this is for a signal that is lost.
    private static readonly TimeSpan WithoutSignal = TimeSpan.FromSeconds(3);

    /// <inheritdoc/>
    public string Name => "Identity";

    /// <inheritdoc/>
    public string Description => "People, their roles, and signing in";

    /// <inheritdoc/>
    public IReadOnlyList<Permission> Permissions { get; } =
    [
        new(ManageStaff, "See everyone, invite people, give roles, say what each may do, and end sessions", StandardRoles.Administrator),
        new(ReadAudit, "Read the audit trail and take it away as a file", StandardRoles.Administrator),
    ];

    /// <inheritdoc/>
    public IReadOnlyList<NavigationItem> Navigation { get; } = [new("People", "/staff", 90, ManageStaff, "/administration"), new("Audit", "/audit", 95, ReadAudit, "/administration")];

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, string> Things { get; } = new Dictionary<string, string>
    {
        ["identity.staff"] = "A person",
        ["identity.role"] = "A role",
        ["core.search"] = "The search",
    };

    /// <inheritdoc/>
    public void Register(IServiceCollection services, IConfiguration settings)
    {
        services.AddHttpContextAccessor();
        services.AddSingleton(s => new Kept<StaffId, StaffCard?>(s.GetRequiredService<Editions>(), typeof(StaffMember)) { Fresh = WithoutSignal });
        services.AddSingleton(s => new Kept<string, Dictionary<string, IReadOnlyList<string>>>(s.GetRequiredService<Editions>(), typeof(Role)));
        services.AddScoped<RolePermissions>().AddScoped<RoleBook>().AddScoped<IStaffDirectory, StaffDirectory>();
        services.AddScoped<CurrentStaff>().AddScoped<ICurrentStaff>(s => s.GetRequiredService<CurrentStaff>());
        AddRights(services);
        AddSessions(services, settings);
        AddProvider(services, settings);
        services.AddScoped<LastAdministrator>().AddScoped<IGauge, Administrators>().AddScoped<IHoldPeople, StaffHoldings>();
        services.AddSingleton(RetainedRecord.Fixed("identity.sessions", "Sessions", "Until the day after they end", "A place where somebody is signed in is forgotten once it is over; days are kept, no times."));
        services.AddSingleton(RetainedRecord.Fixed("core.audit", "The audit trail", "For good", "The database refuses to remove a line, so that the check of the whole chain goes on holding. It holds numbers of people, no names."));
        services.AddScoped<IRecipeStep, RolesRecipeStep>().AddScoped<IRecipeStep, StaffRecipeStep>();
        services.AddLimit("SignIn", permits: 60, seconds: 60, path => path.StartsWithSegments("/account/sign-in", StringComparison.OrdinalIgnoreCase));
        services.AddSlot("account", 10, typeof(AccountViewComponent));
        services.AddPages(pages =>
        {
            foreach (var open in (string[])["SignIn", "Again", "Callback", "SignOut", "SigningOut", "SignedOut"])
            {
                pages.AuthorizePage($"/Account/{open}", Policies.Open);
            }

            pages.AuthorizeFolder("/Staff", ManageStaff).AuthorizeFolder("/Roles", ManageStaff).AuthorizeFolder("/Audit", ReadAudit);
        });
    }

    /// <inheritdoc/>
    public void Map(ModelBuilder model) => model.ApplyMapsOf(typeof(IdentityModule).Assembly);

    /// <inheritdoc/>
    public void MapEndpoints(IEndpointRouteBuilder endpoints)
    {
        if (endpoints.ServiceProvider.GetService<ProviderSettings>() is { } provider)
        {
            endpoints.MapProvider(provider);
        }
    }

    private static void AddRights(IServiceCollection services)
    {
        services.AddSingleton<StepUp>().AddScoped<IAuthorizationHandler, PermissionHandler>().AddScoped<IAuthorizationHandler, ActiveStaffHandler>();
        services.AddSingleton<IConfigureOptions<AuthorizationOptions>, HubPolicies>();
        services.AddSingleton<IAuthorizationMiddlewareResultHandler, AskAgain>();
        services.AddAuthorization();
    }

    private static void AddSessions(IServiceCollection services, IConfiguration settings)
    {
        services.AddSingleton(SessionSettings.Read(settings)).AddSingleton(new SessionClock(TimeProvider.System));
        services.AddSingleton(s => new Kept<string, SessionReading?>(s.GetRequiredService<Editions>(), typeof(Session)) { Fresh = WithoutSignal });
        services.AddScoped<HeldSessions>().AddScoped<SignedIn>().AddScoped<IHandle<StaffLeft>, SignOutWhoLeft>().AddJob<ForgetSessions>();
        services.AddDatabaseKeys(settings);
        services.AddSingleton<ITempDataProvider, HostTempData>();
        services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme).AddCookie();
        services.AddSingleton<IConfigureOptions<CookieAuthenticationOptions>, SessionCookie>();
        services.AddSingleton<IPostConfigureOptions<CookieAuthenticationOptions>, OpenedCookies.Added>();
    }

    private static void AddProvider(IServiceCollection services, IConfiguration settings)
    {
        services.AddSingleton(SignInSettings.Read(settings));
        if (ProviderSettings.Read(settings) is not { } provider)
        {
            return;
        }

        services.AddSingleton(provider).AddSingleton<ProviderLine>().AddSingleton<Discovery>().AddSingleton<SignedToken>().AddSingleton<Attempts>();
        services.AddScoped<Exchange>().AddScoped<Reception>().AddScoped<SigningIn>().AddScoped<BackChannel>();
        services.AddPages(pages => pages.AddPageRouteModelConvention("/Account/Callback", page =>
            page.Selectors.Select(s => s.AttributeRouteModel).OfType<AttributeRouteModel>().ToList().ForEach(route => route.Template = provider.CallbackPath.TrimStart('/'))));
    }
}
