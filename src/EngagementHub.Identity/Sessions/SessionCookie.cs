using System.Data.Common;
using System.Security.Claims;
using EngagementHub.Core.Web.Shared;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace EngagementHub.Identity.Sessions;

/// <summary>The cookie that carries a session's key. Who it belongs to is asked of the database at each request, through a reading that a change ends on every node, and three seconds in any case.</summary>
internal sealed class SessionCookie(SessionClock clock, SessionSettings settings, Kept<string, SessionReading?> kept, Kept<StaffId, StaffCard?> cards) : IConfigureNamedOptions<CookieAuthenticationOptions>
{
    // A session is renewed by use, but not by each of a page's requests.
    private static readonly TimeSpan Renewal = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Skew = TimeSpan.FromMinutes(5);

    public void Configure(CookieAuthenticationOptions options) => Configure(CookieAuthenticationDefaults.AuthenticationScheme, options);

    public void Configure(string? name, CookieAuthenticationOptions options)
    {
        options.CookieManager = new HostCookies();
        options.Cookie.Name = "hub-session";
        options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        options.ExpireTimeSpan = settings.Idle;
        options.SlidingExpiration = true;
        options.LoginPath = "/account/sign-in";
        options.LogoutPath = "/account/sign-out";
        options.ReturnUrlParameter = "returnUrl";
        options.TimeProvider = clock.Time;
        options.Events = new CookieAuthenticationEvents
        {
            OnValidatePrincipal = ValidateAsync,
            OnCheckSlidingExpiration = Renew,
            OnRedirectToLogin = AskToSignIn,
            OnRedirectToAccessDenied = context => Answer(context.Response, StatusCodes.Status403Forbidden),
        };
    }

    private async Task ValidateAsync(CookieValidatePrincipalContext context)
    {
        if (context.Request.Path.StartsWithSegments("/error", StringComparison.Ordinal))
        {
            // The page about errors needs nobody, and must not wait for a database that is the reason for it.
            context.RejectPrincipal();
            return;
        }

        var (key, began) = (context.Principal?.FindFirstValue(SignedIn.KeyClaim), SignedIn.Instant(context.Properties.Items.TryGetValue(SignedIn.BeganItem, out var text) ? text : null));
        if (key is null || began is null || clock.Now >= began + settings.Absolute || IsAhead(began) || IsAhead(context.Properties.IssuedUtc))
        {
            await EndAsync(context);
            return;
        }

        try
        {
            await AdmitAsync(context, new SessionKey(key));
        }
        catch (Exception e) when (e is DbException or TimeoutException || e.InnerException is DbException)
        {
            // Whether the session still holds cannot be known now. Nobody is signed in for this request, and what needs somebody fails with this error; the page about errors needs nobody.
            context.RejectPrincipal();
            CurrentStaff.IsUnknown(context.HttpContext, e);
        }
    }

    // A clock that is put back would make a session longer. Those of two nodes may differ by a little.
    private bool IsAhead(DateTimeOffset? instant) => instant > clock.Now + Skew;

    private async Task AdmitAsync(CookieValidatePrincipalContext context, SessionKey key)
    {
        HubDb Db() => context.HttpContext.RequestServices.GetRequiredService<HubDb>();
        if (await context.HttpContext.RequestServices.GetRequiredService<HeldSessions>().FindAsync(key.Hash) is not { } session)
        {
            await EndAsync(context);
            return;
        }

        Recognise(context, key, session);
        context.Properties.Items.TryGetValue(SignedIn.ProvedItem, out var proved);
        context.ReplacePrincipal(new ClaimsPrincipal(new ClaimsIdentity(
            [new(ClaimTypes.NameIdentifier, session.Person.ToString()), new(SignedIn.KeyClaim, key.Value), new(SignedIn.ProvedClaim, proved ?? "")], context.Scheme.Name)));
        var today = clock.Today;
        if (session.LastSeenOn < today)
        {
            await Db().Sessions.Where(s => s.KeyHash == key.Hash && s.LastSeenOn < today).ExecuteUpdateAsync(set => set.SetProperty(s => s.LastSeenOn, today));
        }
    }

    private void Recognise(CookieValidatePrincipalContext context, SessionKey key, SessionReading session)
    {
        if (context.Properties is { IssuedUtc: { } issued, ExpiresUtc: { } expires } && SignedIn.Instant(context.Properties.Items[SignedIn.BeganItem]) + settings.Absolute is { } end)
        {
            DateTimeOffset[] ends = [issued + Renewal, expires, end];
            context.HttpContext.Features.Set<IRecognise>(new Recognised(clock, kept, cards, key.Hash, session.Person, issued - Skew, ends.Min()));
        }
    }

    private static Task EndAsync(CookieValidatePrincipalContext context)
    {
        context.RejectPrincipal();
        return context.HttpContext.SignOutAsync(context.Scheme.Name);
    }

    // A page that only listens keeps nobody signed in.
    private static Task Renew(CookieSlidingExpirationContext context)
    {
        context.ShouldRenew = context.ElapsedTime >= Renewal && !context.Request.Headers.Accept.ToString().Contains("text/event-stream", StringComparison.OrdinalIgnoreCase);
        return Task.CompletedTask;
    }

    private static Task AskToSignIn(RedirectContext<CookieAuthenticationOptions> context)
    {
        // A form sent after the session ended would lose what was typed; the 401 page gives it back.
        if (HttpMethods.IsPost(context.Request.Method))
        {
            return Answer(context.Response, StatusCodes.Status401Unauthorized);
        }

        context.Response.Redirect(context.RedirectUri);
        return Task.CompletedTask;
    }

    private static Task Answer(HttpResponse response, int status)
    {
        response.StatusCode = status;
        return Task.CompletedTask;
    }
}
