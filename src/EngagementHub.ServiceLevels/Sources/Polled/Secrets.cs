using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace EngagementHub.ServiceLevels.Sources.Polled;

/// <summary>Encrypts the secrets of sources with the hub's own keys. They go in and are used; nobody sees them again.</summary>
internal sealed class Secrets(IDataProtectionProvider protection)
{
    private readonly IDataProtector _box = protection.CreateProtector("EngagementHub.ServiceLevels.Sources");

    // Web services had pages and a key purpose of their own once; their secrets came along as they were.
    private readonly IDataProtector _oldBox = protection.CreateProtector("EngagementHub.ServiceLevels.RestSources");

    public string Encrypt(string secret) => _box.Protect(secret);

    /// <exception cref="SourceTroubleException">The keys it was encrypted with are gone.</exception>
    public string Decrypt(string encrypted)
    {
        try
        {
            return encrypted.Length == 0 ? "" : Open(encrypted);
        }
        catch (CryptographicException)
        {
            throw new SourceTroubleException("The secret can no longer be read: the hub's keys have changed", "Enter the secret again", needsAttention: true);
        }
    }

    private string Open(string encrypted)
    {
        try
        {
            return _box.Unprotect(encrypted);
        }
        catch (CryptographicException)
        {
            return _oldBox.Unprotect(encrypted);
        }
    }
}
