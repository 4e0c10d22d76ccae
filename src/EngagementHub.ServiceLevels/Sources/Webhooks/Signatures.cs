using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace EngagementHub.ServiceLevels.Sources.Webhooks;

/// <summary>Who signs, and how.</summary>
internal enum SignedBy
{
    /// <summary>The headers webhook-id, webhook-timestamp and webhook-signature, https://www.standardwebhooks.com.</summary>
    Standard,

    /// <summary>The header X-Hub-Signature-256 over the body alone, as GitHub does.</summary>
    Hub,
}

/// <summary>Proves that whoever sent a body knows one of the secrets. Compared in constant time, over the bytes as they came.</summary>
internal static class Signatures
{
    private const int Most = 16;
    private const string SecretPrefix = "whsec_";
    private static readonly TimeSpan Tolerance = TimeSpan.FromMinutes(5);

    public static string NewSecret(SignedBy signing)
    {
        var random = RandomNumberGenerator.GetBytes(32);
        return signing == SignedBy.Hub ? Convert.ToHexStringLower(random) : SecretPrefix + Convert.ToBase64String(random);
    }

    /// <summary>The bytes of a secret: by the Standard Webhooks what stands behind whsec_ is Base64, elsewhere it is taken as it is written.</summary>
    public static byte[] KeyOf(SignedBy signing, string secret) => signing == SignedBy.Standard && secret.StartsWith(SecretPrefix, StringComparison.Ordinal)
        ? Convert.FromBase64String(secret[SecretPrefix.Length..])
        : Encoding.UTF8.GetBytes(secret);

    public static bool IsStandard(IReadOnlyList<byte[]> keys, StandardHeaders headers, ReadOnlySpan<byte> body, DateTimeOffset now)
    {
        if (headers.Id is not { Length: > 0 and <= 200 } || !IsTimely(headers.Timestamp, now) || string.IsNullOrEmpty(headers.Signature))
        {
            return false;
        }

        List<byte[]> given = [.. headers.Signature.Split(' ', Most + 1, StringSplitOptions.RemoveEmptyEntries).Take(Most).Select(Decoded).OfType<byte[]>()];
        byte[] signed = [.. Encoding.UTF8.GetBytes($"{headers.Id}.{headers.Timestamp}."), .. body];
        return Fits(keys, signed, given);
    }

    public static bool IsHub(IReadOnlyList<byte[]> keys, string? header, ReadOnlySpan<byte> body)
    {
        const string Prefix = "sha256=";
        if (header is not { Length: 71 } || !header.StartsWith(Prefix, StringComparison.Ordinal))
        {
            return false;
        }

        var given = new byte[32];
        return Convert.FromHexString(header.AsSpan(Prefix.Length), given, out _, out var written) == System.Buffers.OperationStatus.Done && written == 32 && Fits(keys, body, [given]);
    }

    // Every key is tried on every signature, so that how long it takes says nothing about which one fits.
    private static bool Fits(IReadOnlyList<byte[]> keys, ReadOnlySpan<byte> signed, IReadOnlyList<byte[]> given)
    {
        Span<byte> made = stackalloc byte[32];
        var fits = false;
        foreach (var key in keys)
        {
            HMACSHA256.HashData(key, signed, made);
            foreach (var signature in given)
            {
                fits |= CryptographicOperations.FixedTimeEquals(made, signature);
            }
        }

        return fits;
    }

    private static bool IsTimely(string? timestamp, DateTimeOffset now) =>
        timestamp is { Length: <= 12 } && long.TryParse(timestamp, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            && Math.Abs(now.ToUnixTimeSeconds() - seconds) <= (long)Tolerance.TotalSeconds;

    // "v1,…"; other versions are signatures of another kind.
    private static byte[]? Decoded(string signature) =>
        signature.StartsWith("v1,", StringComparison.Ordinal) && Base64.IsValid(signature.AsSpan(3)) && Convert.FromBase64String(signature[3..]) is { Length: 32 } bytes ? bytes : null;
}

/// <summary>What a sender by the Standard Webhooks puts beside the body.</summary>
internal sealed record StandardHeaders(string? Id, string? Timestamp, string? Signature);
