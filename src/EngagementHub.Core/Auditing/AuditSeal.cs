using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using EngagementHub.Core.Data;

namespace EngagementHub.Core.Auditing;

/// <summary>How a line of the audit trail is sealed: docs/decisions/audit-trail.md.</summary>
internal static class AuditSeal
{
    /// <summary>What stands before the first line.</summary>
    public const string Beginning = "";

    public static string NewSalt() => Convert.ToHexString(RandomNumberGenerator.GetBytes(16));

    public static string? MarkOf(string? why, string? salt) => why is null ? null : Hash([salt ?? "", why]);

    /// <summary>The seal of a line at that place behind that seal.</summary>
    public static string Of(string before, long place, AuditEntry entry, string? whyMark) => Hash(
    [
        before, Number(place), Number(entry.Id), entry.By?.ToString() ?? "", Number(entry.At.UtcTicks), entry.What, entry.On.ToString(), whyMark ?? "",
    ]);

    // Each part behind its length: two different lines can never be the same bytes.
    private static string Hash(IReadOnlyList<string> parts)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Span<byte> length = stackalloc byte[4];
        foreach (var part in parts)
        {
            var bytes = Encoding.UTF8.GetBytes(part);
            BinaryPrimitives.WriteInt32BigEndian(length, bytes.Length);
            hash.AppendData(length);
            hash.AppendData(bytes);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);
}

/// <summary>The line that says of another that words of its reason were struck: without it a changed reason is a broken seal.</summary>
internal static class StruckNote
{
    public const string What = "core.audit.reason-struck";

    public static string For(long entry, string left) => $"Entry {entry.ToString(CultureInfo.InvariantCulture)} {AuditSeal.MarkOf(left, null)}";

    /// <summary>Which line it is about, and what that line's reason hashes to now.</summary>
    public static (long Entry, string Mark)? Read(AuditEntry note) =>
        note.What == What && note.Why?.Split(' ') is ["Entry", var id, var mark] && long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var entry) ? (entry, mark) : null;
}
