using System.Security.Cryptography;
using EngagementHub.Core.Web.Shared;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Mvc.ViewFeatures.Infrastructure;
using Microsoft.AspNetCore.WebUtilities;

namespace EngagementHub.Identity.Sessions;

/// <summary>What one page hands to the next, as "Saved": in a cookie that is protected as a session's is. The framework's own has one fixed name and cannot bear <c>__Host-</c> over https only.</summary>
internal sealed class HostTempData(IDataProtectionProvider protection, TempDataSerializer serializer) : ITempDataProvider
{
    private const string Name = SharedPagesRegistration.NoticeCookie;

    private readonly HostCookies _cookies = new();
    private readonly IDataProtector _protector = protection.CreateProtector("EngagementHub.Identity.TempData");

    public IDictionary<string, object> LoadTempData(HttpContext context)
    {
        if (_cookies.GetRequestCookie(context, Name) is not { Length: > 0 } kept)
        {
            return new Dictionary<string, object>();
        }

        try
        {
            return serializer.Deserialize(_protector.Unprotect(WebEncoders.Base64UrlDecode(kept)));
        }
        catch (Exception e) when (e is CryptographicException or FormatException)
        {
            // Made up, or older than the keys: there is nothing to show, and it is taken away.
            _cookies.DeleteCookie(context, Name, new CookieOptions());
            return new Dictionary<string, object>();
        }
    }

    public void SaveTempData(HttpContext context, IDictionary<string, object> values)
    {
        if (values.Count > 0)
        {
            _cookies.AppendResponseCookie(context, Name, WebEncoders.Base64UrlEncode(_protector.Protect(serializer.Serialize(values))), new CookieOptions());
        }
        else if (_cookies.GetRequestCookie(context, Name) is not null)
        {
            _cookies.DeleteCookie(context, Name, new CookieOptions());
        }
    }
}
