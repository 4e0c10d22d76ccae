using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace EngagementHub.Benchmarks.Faults;

/// <summary>The certificate that protects the hub's keys, and those that did before, as an operator renews it.</summary>
internal sealed class Certificates(string folder)
{
    private readonly List<string> _files = [Make($"{folder}/protection-1.pfx")];

    public IReadOnlyList<string> Settings => [$"--Keys:CertificateFile={_files[^1]}", .. _files.SkipLast(1).Select((file, i) => $"--Keys:Former:{i}:CertificateFile={file}")];

    public void Renew() => _files.Add(Make($"{folder}/protection-{_files.Count + 1}.pfx"));

    private static string Make(string file)
    {
        using var key = RSA.Create(2048);
        using var made = new CertificateRequest("CN=hub keys", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1).CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(30));
        File.WriteAllBytes(file, made.Export(X509ContentType.Pfx));
        return file;
    }
}
