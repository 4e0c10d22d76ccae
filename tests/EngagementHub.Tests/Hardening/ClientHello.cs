using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;

namespace EngagementHub.Tests.Hardening;

/// <summary>The first words of a TLS connection, written by hand: libraries of today no longer speak the old versions that a server must refuse (RFC 5246, 7.4.1.2).</summary>
internal static class ClientHello
{
    private const byte Handshake = 22;
    private const byte Alert = 21;

    // Of each key exchange and each kind of certificate one that TLS 1.0 knew, and two of TLS 1.2.
    private static readonly byte[] Ciphers = [0xC0, 0x13, 0xC0, 0x14, 0xC0, 0x09, 0x00, 0x2F, 0x00, 0x35, 0x00, 0x0A, 0xC0, 0x2F, 0xC0, 0x30, 0xC0, 0x2B];

    // Curves, their form, and signatures.
    private static readonly byte[] Extensions = [0, 0x0A, 0, 6, 0, 4, 0, 0x1D, 0, 0x17, 0, 0x0B, 0, 2, 1, 0, 0, 0x0D, 0, 12, 0, 10, 4, 1, 4, 3, 8, 4, 8, 5, 2, 1];

    /// <summary>Whether the server goes on in that version, 3.1 for TLS 1.0 and so on.</summary>
    public static async Task<bool> IsTakenUp(int port, byte minor)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, port, TestContext.Current.CancellationToken);
        await using var stream = client.GetStream();
        await stream.WriteAsync(Record(minor), TestContext.Current.CancellationToken);
        var answer = new byte[7];
        var read = await stream.ReadAtLeastAsync(answer, answer.Length, throwOnEndOfStream: false, TestContext.Current.CancellationToken);
        Assert.True(read == 0 || answer[0] is Handshake or Alert, Convert.ToHexString(answer));
        return read > 0 && answer[0] == Handshake;
    }

    private static byte[] Record(byte minor)
    {
        byte[] hello = [3, minor, .. RandomNumberGenerator.GetBytes(32), 0, .. Long(Ciphers), 1, 0, .. Long(Extensions)];
        return [Handshake, 3, 1, .. Length(hello.Length + 4), 1, 0, .. Long(hello)];
    }

    private static byte[] Long(byte[] bytes) => [.. Length(bytes.Length), .. bytes];

    private static byte[] Length(int length)
    {
        var two = new byte[2];
        BinaryPrimitives.WriteUInt16BigEndian(two, (ushort)length);
        return two;
    }
}
