using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace EngagementHub.Identity.Keys;

/// <summary>Keeps the keys that protect cookies in the hub's database: nodes share them, and a container that is replaced signs nobody out.</summary>
internal sealed class DatabaseKeys(IServiceScopeFactory scopes) : IXmlRepository
{
    public IReadOnlyCollection<XElement> GetAllElements()
    {
        using var scope = scopes.CreateScope();
        return [.. scope.ServiceProvider.GetRequiredService<HubDb>().Set<StoredKey>().AsNoTracking().Select(k => k.Xml).AsEnumerable().Select(XElement.Parse)];
    }

    // The framework asks for this synchronously, which a unit of work does not offer.
    public void StoreElement(XElement element, string friendlyName)
    {
        using var scope = scopes.CreateScope();
        var (name, xml) = ($"{friendlyName} {Guid.NewGuid():N}", element.ToString(SaveOptions.DisableFormatting));
        scope.ServiceProvider.GetRequiredService<HubDb>().Database.ExecuteSql($"""INSERT INTO identity_protection_keys ("Name", "Xml") VALUES ({name}, {xml})""");
    }
}

internal static class DatabaseKeysRegistration
{
    private static readonly string[] One = ["CertificateFile", "CertificatePassword"];

    /// <summary>Keys in the database; encrypted there when the section <c>Keys</c> names a certificate, else the framework warns at each new key.</summary>
    public static void AddDatabaseKeys(this IServiceCollection services, IConfiguration settings)
    {
        var section = settings.GetSection("Keys").KnowingOnly([.. One, "Former"]);
        var protection = services.AddDataProtection().SetApplicationName("EngagementHub");
        services.AddSingleton<IConfigureOptions<KeyManagementOptions>>(s => new ConfigureOptions<KeyManagementOptions>(o => o.XmlRepository = new DatabaseKeys(s.GetRequiredService<IServiceScopeFactory>())));
        if (section.Text("CertificateFile") is { } file)
        {
            var certificate = Certificates.Read(section, "CertificateFile", file, section["CertificatePassword"]);
            protection.ProtectKeysWithCertificate(certificate).UnprotectKeysWithAnyCertificate([certificate, .. Former(section)]);
        }
    }

    // Keys stay as they were encrypted, and what they protect, such as the secrets of ticket systems, may be old.
    private static IEnumerable<X509Certificate2> Former(IConfigurationSection section) => section.GetSection("Former").GetChildren().Select(former =>
        Certificates.Read(former.KnowingOnly(One), "CertificateFile", former.Needed("CertificateFile"), former["CertificatePassword"]));
}

internal static class Certificates
{
    /// <summary>A certificate with its private key, from PKCS#12 or PEM.</summary>
    public static X509Certificate2 Read(IConfigurationSection section, string key, string file, string? password)
    {
        try
        {
            var certificate = Path.GetExtension(file) is ".pem" or ".crt" ? X509Certificate2.CreateFromPemFile(file) : X509CertificateLoader.LoadPkcs12FromFile(file, password);
            return certificate.HasPrivateKey ? certificate : throw section.Wrong(key, $"the file '{file}' holds no private key");
        }
        catch (Exception e) when (e is CryptographicException or IOException or UnauthorizedAccessException)
        {
            throw section.Wrong(key, $"the certificate '{file}' cannot be read ({e.Message.TrimEnd('.')}); use a PKCS#12 file with its password, or PEM with certificate and key");
        }
    }
}
