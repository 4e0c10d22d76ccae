using EngagementHub.Core.Hosting;
using EngagementHub.Identity.Provider;
using EngagementHub.Identity.Sessions;
using Microsoft.Extensions.Configuration;

namespace EngagementHub.Tests.Identity;

/// <summary>Settings that cannot be right stop the start and are named.</summary>
public sealed class ProviderSettingsTests
{
    private const string Tenant = "6f4c1d0e-8a3b-4c2d-9e5f-001122334455";

    private static readonly Dictionary<string, string?> Azure = new() { ["AzureAd:TenantId"] = Tenant, ["AzureAd:ClientId"] = "hub", ["AzureAd:ClientSecret"] = "s" };
    private static readonly Dictionary<string, string?> Plain = new() { ["Oidc:Authority"] = "https://id.department.example/realms/staff", ["Oidc:ClientId"] = "hub", ["Oidc:ClientSecret"] = "s" };

    [Fact]
    public void Identity_webs_section_names_the_directory()
    {
        var settings = ProviderSettings.Read(With(Azure, ("AzureAd:Instance", "https://login.microsoftonline.com/"), ("AzureAd:Domain", "department.example"), ("AzureAd:CallbackPath", "/signin"), ("AzureAd:SignedOutCallbackPath", "/signout")))!;

        Assert.Equal(($"https://login.microsoftonline.com/{Tenant}/v2.0", "/signin", "/signout", true), (settings.Authority, settings.CallbackPath, settings.SignedOutCallbackPath, settings.SendsSecretInForm));
    }

    [Theory]
    [InlineData("TenantId", "common", "lets people of any organisation in")]
    [InlineData("TenantId", "organizations", "lets people of any organisation in")]
    [InlineData("TenantId", "Consumers", "lets people of any organisation in")]
    [InlineData("TenantId", "department.onmicrosoft.com", "give the directory (tenant) ID")]
    [InlineData("TenantId", " " + Tenant, "there is a space before or after the value")]
    [InlineData("SignedOutCallbackPath ", "/signout-callback-oidc", "there is a space before or after the key")]
    [InlineData("ClientSecrt", "s", "there is no such setting")]
    [InlineData("ClientSecret", "", "it is missing")]
    [InlineData("Instance", "http://login.example", "use an address with https")]
    [InlineData("CallbackPath", "signin-oidc", "use a path such as /signin-oidc")]
    [InlineData("CallbackPath", "//evil.example", "use a path such as /signin-oidc")]
    [InlineData("ClientCertificates:0:SourceType", "KeyVault", "use Path")]
    [InlineData("ClientCertificates:0:CertificateDiskPath", "/no/such.pfx", "there is a certificate too|cannot be read")]
    public void A_wrong_setting_is_named(string key, string value, string words)
    {
        var refused = Assert.Throws<SettingException>(() => ProviderSettings.Read(With(Azure, ($"AzureAd:{key}", value))));

        Assert.StartsWith($"The setting AzureAd:{key.Split(':')[0]}", refused.Message, StringComparison.Ordinal);
        Assert.Contains(words.Split('|'), w => refused.Message.Contains(w, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Authority", "http://id.department.example", "use an address with https")]
    [InlineData("Authority", "https://user:pw@id.department.example", "use an address with https")]
    [InlineData("ClientAuthentication", "none", "use client_secret_basic or client_secret_post")]
    [InlineData("ResponseType", "token", "there is no such setting")]
    public void A_wrong_setting_of_a_plain_provider_is_named(string key, string value, string words)
    {
        var refused = Assert.Throws<SettingException>(() => ProviderSettings.Read(With(Plain, ($"Oidc:{key}", value))));

        Assert.StartsWith($"The setting Oidc:{key} is wrong", refused.Message, StringComparison.Ordinal);
        Assert.Contains(words, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_providers_at_once_are_refused() => Assert.Throws<SettingException>(() => ProviderSettings.Read(With(Azure, [.. Plain.Select(p => (p.Key, p.Value!))])));

    [Theory]
    [InlineData("SignIn:Roles:Moderater:0", "x", "there is no such role")]
    [InlineData("SignIn:RecentMinutes", "soon", "use a whole number from 0")]
    [InlineData("SignIn:NewPeople", "Everybody", "use Welcome or InvitedOnly")]
    [InlineData("SignIn:BindByMail", "ja", "use true or false")]
    [InlineData("SignIn:FirstAdmin", "x", "there is no such setting")]
    public void A_wrong_setting_about_people_is_named(string key, string value, string words) =>
        Assert.Contains(words, Assert.Throws<SettingException>(() => SignInSettings.Read(With([], (key, value)))).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("Sessions:IdleMinutes", "0")]
    [InlineData("Sessions:AbsoluteHours", "1000")]
    [InlineData("Sessions:Idle", "5")]
    public void A_wrong_setting_about_sessions_is_named(string key, string value) =>
        Assert.StartsWith($"The setting {key} is wrong", Assert.Throws<SettingException>(() => SessionSettings.Read(With([], (key, value)))).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("https://keys.department.example/x", true)]
    [InlineData("http://keys.department.example/x", false)]
    [InlineData("http://127.0.0.1/x", false)]
    [InlineData("http://169.254.169.254/latest", false)]
    [InlineData("file:///etc/passwd", false)]
    [InlineData("https://user@keys.department.example", false)]
    [InlineData(null, false)]
    public void An_address_in_the_providers_description_is_used_over_https_only(string? address, bool trusted) =>
        Assert.Equal(trusted, ProviderSettings.Read(With(Plain))!.Trusts(address));

    private static IConfiguration With(Dictionary<string, string?> basis, params (string Key, string Value)[] more)
    {
        var all = new Dictionary<string, string?>(basis);
        foreach (var (key, value) in more)
        {
            all[key] = value;
        }

        return new ConfigurationBuilder().AddInMemoryCollection(all).Build();
    }
}
