using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using EngagementHub.Identity.Keys;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.Tests.Identity;

/// <summary>The keys that protect cookies lie in the database, encrypted where a certificate is set up.</summary>
public sealed class StoredKeysTests
{
    [Fact]
    public async Task They_are_in_the_database()
    {
        await using var hub = new HubFixture();
        await hub.As("tom");

        Assert.Contains("<masterKey", await Keys(hub), StringComparison.Ordinal);
    }

    [Fact]
    public async Task With_a_certificate_they_cannot_be_read_there()
    {
        await using var hub = new HubWithCertificate();
        await hub.As("tom");

        var keys = await Keys(hub);

        Assert.DoesNotContain("<masterKey", keys, StringComparison.Ordinal);
        Assert.Contains("EncryptedData", keys, StringComparison.Ordinal);
    }

    private static async Task<string> Keys(HubFixture hub) => string.Concat(await hub.In((_, db) => db.Set<StoredKey>().Select(k => k.Xml).ToListAsync()));

    private sealed class HubWithCertificate : HubFixture
    {
        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            using var key = RSA.Create(2048);
            var request = new CertificateRequest("CN=keys", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
            using var certificate = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
            var file = Path.Combine(Folder, "keys.pfx");
            File.WriteAllBytes(file, certificate.Export(X509ContentType.Pkcs12, "pass"));
            builder.UseSetting("Keys:CertificateFile", file);
            builder.UseSetting("Keys:CertificatePassword", "pass");
        }
    }
}
