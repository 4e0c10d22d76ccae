using System.Security.Cryptography;
using System.Text;

namespace EngagementHub.Core;

/// <summary>Turns a name written in a recipe into the same identifier on every machine, so that applying a recipe twice finds what it made.</summary>
public static class StableId
{
    /// <summary>The name-based identifier of <paramref name="name"/> (UUID version 8 over SHA-256, RFC 9562 section 5.8).</summary>
    public static Guid From(string name)
    {
        Span<byte> hash = stackalloc byte[32];
        SHA256.HashData(Encoding.UTF8.GetBytes(name), hash);
        hash[6] = (byte)((hash[6] & 0x0F) | 0x80);
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return new Guid(hash[..16], bigEndian: true);
    }
}
