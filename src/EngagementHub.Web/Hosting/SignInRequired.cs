using EngagementHub.Core.Hosting;

namespace EngagementHub.Web.Hosting;

/// <summary>Personas without passwords exist in Development only. Anywhere else the site must have a real sign-in, or it does not start.</summary>
internal static class SignInRequired
{
    public static void Check(WebApplication app)
    {
        var settings = app.Configuration;
        if (!app.Environment.IsDevelopment() && string.IsNullOrEmpty(settings["Oidc:Authority"]) && string.IsNullOrEmpty(settings["AzureAd:TenantId"]))
        {
            throw new SettingException(
                "Oidc:Authority",
                $"the environment is {app.Environment.EnvironmentName} and no identity provider is set up, so nobody could sign in. Set up Oidc or AzureAd as docs/sign-in.md says, or set ASPNETCORE_ENVIRONMENT=Development to try the hub with personas");
        }
    }
}
