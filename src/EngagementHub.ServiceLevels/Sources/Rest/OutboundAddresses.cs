using System.Net;
using System.Net.Sockets;

namespace EngagementHub.ServiceLevels.Sources.Rest;

/// <summary>Where the hub may connect to: hosts that the setting <c>Sources:Allowed</c> names. A host inside the department's network, on a private or local address, must be listed as an address too.</summary>
/// <remarks>Looked at when the connection is made, on the address that was found for the host: a name that points elsewhere a moment later does not help.</remarks>
internal sealed class OutboundAddresses(IReadOnlyList<string> allowed)
{
    public bool Allows(Uri address) => address.Scheme is "https" or "http" && allowed.Contains(address.IdnHost, StringComparer.OrdinalIgnoreCase);

    public async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellation)
    {
        var host = context.DnsEndPoint.Host;
        if (!allowed.Contains(host, StringComparer.OrdinalIgnoreCase))
        {
            throw new HttpRequestException($"{host} is not among the hosts the hub may connect to (setting Sources:Allowed)");
        }

        var addresses = (await Dns.GetHostAddressesAsync(host, cancellation)).Where(address => IsPublic(address) || allowed.Contains(address.ToString(), StringComparer.OrdinalIgnoreCase)).ToArray();
        if (addresses.Length == 0)
        {
            throw new HttpRequestException($"{host} lies at a private address that is not allowed (setting Sources:Allowed)");
        }

        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(addresses, context.DnsEndPoint.Port, cancellation);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    internal static bool IsPublic(IPAddress address)
    {
        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        if (plain.AddressFamily == AddressFamily.InterNetworkV6)
        {
            return !IPAddress.IsLoopback(plain) && !plain.IsIPv6LinkLocal && !plain.IsIPv6UniqueLocal && !plain.IsIPv6SiteLocal && !plain.IsIPv6Multicast && !plain.Equals(IPAddress.IPv6Any) && !IsWrapped(plain.GetAddressBytes());
        }

        var bytes = plain.GetAddressBytes();
        return bytes switch
        {
            [0 or 10 or 127, ..] or [172, >= 16 and <= 31, ..] or [192, 168, ..] or [169, 254, ..] or [100, >= 64 and <= 127, ..] or [192, 0, 0, _] or [198, 18 or 19, ..] => false,
            [>= 224, ..] => false,
            _ => true,
        };
    }

    // 64:ff9b::/96 and 2002::/16 lead to an IPv4 address inside.
    private static bool IsWrapped(byte[] bytes) => bytes is [0, 0x64, 0xFF, 0x9B, ..] or [0x20, 0x02, ..];
}
