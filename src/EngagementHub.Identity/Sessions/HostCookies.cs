using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http;

namespace EngagementHub.Identity.Sessions;

/// <summary>Cookies that over https bear the prefix <c>__Host-</c>: a browser takes such a cookie from this very host only, so a neighbouring host cannot plant one.</summary>
internal sealed class HostCookies : ICookieManager
{
    private readonly ChunkingCookieManager _cookies = new();

    public static string Name(HttpContext context, string name) => context.Request.IsHttps ? $"__Host-{name}" : name;

    /// <summary>For this host and path, out of scripts' reach, and not sent along from other sites but by following a link.</summary>
    public static CookieOptions Options(HttpContext context) => new() { HttpOnly = true, Path = "/", SameSite = SameSiteMode.Lax, Secure = context.Request.IsHttps, IsEssential = true };

    public string? GetRequestCookie(HttpContext context, string key) => _cookies.GetRequestCookie(context, Name(context, key));

    public void AppendResponseCookie(HttpContext context, string key, string? value, CookieOptions options) => _cookies.AppendResponseCookie(context, Name(context, key), value, Options(context));

    public void DeleteCookie(HttpContext context, string key, CookieOptions options) => _cookies.DeleteCookie(context, Name(context, key), Options(context));
}
