using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace EngagementHub.Tests.Hardening;

/// <summary>A certificate for this machine that nobody vouches for.</summary>
internal static class SelfSigned
{
    /// <summary>Writes it to the folder, with its key in the same file, and names that.</summary>
    public static string In(string folder)
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using var certificate = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        var file = Path.Combine(folder, "hub.pem");
        File.WriteAllText(file, $"{certificate.ExportCertificatePem()}\n{key.ExportPkcs8PrivateKeyPem()}\n");
        return file;
    }
}
