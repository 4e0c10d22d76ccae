using EngagementHub.Core.Hosting;

namespace EngagementHub.Web.Hosting;

/// <summary>Personas without passwords exist in Development only. Anywhere else the site must have a real sign-in, or it does not start.</summary>
internal static class SignInRequired
{
    public static void Check(WebApplication app)
    {
        if (!app.Environment.IsDevelopment())
        {
            throw new SettingException(
                "Oidc:Authority",
                $"the environment is {app.Environment.EnvironmentName} and no identity provider is set up, so nobody could sign in. This version has the personas of Development only: set ASPNETCORE_ENVIRONMENT=Development to try the hub");
        }
    }
}
