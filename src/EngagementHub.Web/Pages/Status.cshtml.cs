using System.Globalization;
using EngagementHub.Core.Web;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace EngagementHub.Web.Pages;

internal sealed class StatusModel : PageModel
{
    public int Code { get; private set; }

    /// <summary>What was typed into a form that was refused because the session or the person's right had ended: to be sent again, or at least copied.</summary>
    public IReadOnlyList<(string Name, string Value)> Typed { get; private set; } = [];

    public bool MaySendAgain => Code is StatusCodes.Status401Unauthorized or StatusCodes.Status429TooManyRequests;

    public bool MustSignIn => Code == StatusCodes.Status401Unauthorized;

    public bool MustConfirm => SignInAgain.IsAskedOf(HttpContext);

    public string SignInAddress => MustConfirm ? SignInAgain.Address : "/account/sign-in";

    public IEnumerable<(string Name, string Value)> LongTexts => Typed.Where(t => IsLong(t.Value));

    public string Address => HttpContext.Features.Get<IStatusCodeReExecuteFeature>() is { } original ? original.OriginalPath + original.OriginalQueryString : "/";

    public (string Heading, string Text) Words => Code switch
    {
        404 => ("Page not found", "If you typed the address, check that it is right. If you followed a link, the page may have moved or been withdrawn."),
        401 when MustConfirm => ("Sign in again to go on", "What you asked for is for moderators or administrators, and you signed in a while ago. Nothing was saved yet. Sign in again in another tab or window, come back to this page and send it again. What you typed is kept here."),
        401 => ("You have been signed out", "Nothing was saved yet. Sign in again in another tab or window, come back to this page and send it again. What you typed is kept here."),
        403 when RolesNeeded.Of(HttpContext) is { Count: > 0 } roles => ("You cannot see this page", $"It is for whoever has the role {string.Join(" or ", roles)}. An administrator can do for you what it is for, or give you the role."),
        403 => ("You cannot see this page", "It is for people with another role, or for a period that has not begun or is over."),
        405 => ("This cannot be done that way", "Go back and use the buttons on the page."),
        413 => ("That is too large", "The file or text is larger than the hub takes. Make it smaller and send it again."),
        429 => ("Too many at once", $"You have sent more in a short time than the hub takes from one person. Nothing was saved. Wait {RateLimits.Wait(Response)}, then send it again; what you typed is kept here."),
        _ => ("The request could not be done", "Go back, check what you typed and try again."),
    };

    // From the address only: a form that was refused may have a field of that name.
    public void OnGet([FromRoute] int code) => Code = code;

    public async Task OnPostAsync()
    {
        // What was sent may be unreadable, and is not judged here: the page says what was wrong with the request before.
        ModelState.Clear();
        var code = Code = int.Parse((string)RouteData.Values["code"]!, CultureInfo.InvariantCulture);
        if (code is StatusCodes.Status401Unauthorized or StatusCodes.Status403Forbidden or StatusCodes.Status429TooManyRequests && Request.HasFormContentType)
        {
            var form = await Request.ReadFormAsync();
            Typed = [.. form.SelectMany(field => field.Value, (field, value) => (field.Key, value ?? ""))];
        }
    }

    public static bool IsLong(string typed) => typed.Length > 40 || typed.Contains('\n', StringComparison.Ordinal);
}
