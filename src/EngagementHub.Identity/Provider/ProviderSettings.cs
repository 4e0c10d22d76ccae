using System.Security.Cryptography.X509Certificates;
using EngagementHub.Identity.Keys;
using Microsoft.Extensions.Configuration;

namespace EngagementHub.Identity.Provider;

/// <summary>How the department's identity provider is reached, from the section <c>Oidc</c>, or <c>AzureAd</c> in the shape that Microsoft.Identity.Web gave it.</summary>
internal sealed record ProviderSettings(string Authority, string ClientId)
{
    public string? ClientSecret { get; private init; }

    public X509Certificate2? ClientCertificate { get; private init; }

    /// <summary>How the secret is sent: in a header, or with the form.</summary>
    public bool SendsSecretInForm { get; private init; }

    public string CallbackPath { get; private init; } = "/signin-oidc";

    public string SignedOutCallbackPath { get; private init; } = "/signout-callback-oidc";

    /// <summary>Where the provider says that somebody signed out on its side: seen by the browser (GET) or from server to server (POST).</summary>
    public string RemoteSignOutPath { get; private init; } = "/signout-oidc";

    /// <summary>http is for a provider on this very machine; anything else could be read and changed on its way.</summary>
    public bool IsOnThisMachine => new Uri(Authority).IsLoopback;

    /// <summary>The provider, or nothing when the settings name none.</summary>
    public static ProviderSettings? Read(IConfiguration settings)
    {
        var (azure, plain) = (settings.GetSection("AzureAd"), settings.GetSection("Oidc"));
        return (azure.GetChildren().Any(), plain.GetChildren().Any()) switch
        {
            (true, true) => throw azure.Wrong("ClientId", "the section Oidc is there too; keep the one that names your provider"),
            (true, false) => FromAzureAd(azure),
            (false, true) => FromOidc(plain),
            _ => null,
        };
    }

    /// <summary>Whether an address that the provider's description names may be used.</summary>
    public bool Trusts(string? address) => Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.UserInfo.Length == 0
        && (uri.Scheme == Uri.UriSchemeHttps || (uri.Scheme == Uri.UriSchemeHttp && uri.IsLoopback && IsOnThisMachine));

    private static ProviderSettings FromAzureAd(IConfigurationSection section)
    {
        section.KnowingOnly(["Instance", "TenantId", "Domain", "ClientId", "ClientSecret", "ClientCertificates", "CallbackPath", "SignedOutCallbackPath", "RemoteSignOutPath"]);
        var (instance, tenant) = (section.Text("Instance") ?? "https://login.microsoftonline.com/", section.Needed("TenantId"));
        if (tenant.ToLowerInvariant() is "common" or "organizations" or "consumers")
        {
            throw section.Wrong("TenantId", $"'{tenant}' lets people of any organisation in; give your own directory's identifier");
        }

        if (!Guid.TryParse(tenant, out var directory))
        {
            throw section.Wrong("TenantId", $"it is '{tenant}'; give the directory (tenant) ID, as in 00000000-1111-2222-3333-444444444444");
        }

        return With(section, Checked(section, "Instance", $"{instance.TrimEnd('/')}/{directory}/v2.0"), CertificateOf(section)) with { SendsSecretInForm = true };
    }

    private static ProviderSettings FromOidc(IConfigurationSection section)
    {
        section.KnowingOnly(["Authority", "ClientId", "ClientSecret", "ClientCertificateFile", "ClientCertificatePassword", "ClientAuthentication", "CallbackPath", "SignedOutCallbackPath", "RemoteSignOutPath"]);
        var authority = Checked(section, "Authority", section.Needed("Authority"));
        var certificate = section.Text("ClientCertificateFile") is { } file ? Certificates.Read(section, "ClientCertificateFile", file, section["ClientCertificatePassword"]) : null;
        return With(section, authority, certificate) with { SendsSecretInForm = section.OneOf("ClientAuthentication", "client_secret_basic", "client_secret_post") == "client_secret_post" };
    }

    private static ProviderSettings With(IConfigurationSection section, string authority, X509Certificate2? certificate)
    {
        var settings = new ProviderSettings(authority, section.Needed("ClientId"))
        {
            ClientSecret = section["ClientSecret"],
            ClientCertificate = certificate,
            CallbackPath = section.Path("CallbackPath", "/signin-oidc"),
            SignedOutCallbackPath = section.Path("SignedOutCallbackPath", "/signout-callback-oidc"),
            RemoteSignOutPath = section.Path("RemoteSignOutPath", "/signout-oidc"),
        };
        return string.IsNullOrEmpty(settings.ClientSecret) == certificate is null
            ? throw section.Wrong("ClientSecret", certificate is null ? "it is missing, and there is no certificate in its place" : "there is a certificate too; keep one of the two")
            : settings;
    }

    private static X509Certificate2? CertificateOf(IConfigurationSection azure)
    {
        if (azure.GetSection("ClientCertificates").GetChildren().ToList() is not [var first, .. var others])
        {
            return null;
        }

        first.KnowingOnly(["SourceType", "CertificateDiskPath", "CertificatePassword"]);
        first.OneOf("SourceType", "Path");
        return others.Count == 0
            ? Certificates.Read(first, "CertificateDiskPath", first.Needed("CertificateDiskPath"), first["CertificatePassword"])
            : throw azure.Wrong("ClientCertificates", "there are several; keep the one in use");
    }

    private static string Checked(IConfigurationSection section, string key, string authority) =>
        Uri.TryCreate(authority, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttps || (uri.Scheme == Uri.UriSchemeHttp && uri.IsLoopback)) && uri.Query.Length + uri.Fragment.Length + uri.UserInfo.Length == 0
            ? authority.TrimEnd('/')
            : throw section.Wrong(key, $"it is '{authority}'; use an address with https, as the provider names itself");
}
