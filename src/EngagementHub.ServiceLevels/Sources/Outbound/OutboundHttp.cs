using System.Net;
using System.Net.Sockets;
using EngagementHub.ServiceLevels.Sources.Polled;

namespace EngagementHub.ServiceLevels.Sources.Outbound;

/// <summary>
/// Asks ticket systems, and nothing else. The address is looked at when the connection is made, after its name was resolved, so that a name which answers differently the second
/// time opens nothing; it is not led elsewhere, and neither a long silence nor a long answer holds it up.
/// </summary>
internal sealed class OutboundHttp(Addresses addresses) : IDisposable
{
    private const int MostBytes = 32 * 1024 * 1024;
    private readonly Lazy<HttpClient> _client = new(() => NewClient(addresses));

    public HttpClient Client => _client.Value;

    /// <exception cref="SourceTroubleException">The host is not among those that the hub may ask.</exception>
    public void Check(Uri address)
    {
        if (!addresses.Allows(address.Host))
        {
            throw NotAllowed(address.Host);
        }
    }

    public void Dispose()
    {
        if (_client.IsValueCreated)
        {
            _client.Value.Dispose();
        }
    }

    private static HttpClient NewClient(Addresses addresses) => new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        UseProxy = false,
        AutomaticDecompression = DecompressionMethods.All,
        ConnectTimeout = TimeSpan.FromSeconds(10),
        PooledConnectionLifetime = TimeSpan.FromMinutes(2),
        MaxResponseHeadersLength = 64,
        ConnectCallback = (context, cancellation) => ConnectAsync(addresses, context.DnsEndPoint, cancellation),
    })
    {
        Timeout = TimeSpan.FromSeconds(60),
        MaxResponseContentBufferSize = MostBytes,
        DefaultRequestHeaders = { { "User-Agent", "EngagementHub" } },
    };

    private static async ValueTask<Stream> ConnectAsync(Addresses addresses, DnsEndPoint host, CancellationToken cancellation)
    {
        if (!addresses.Allows(host.Host))
        {
            throw NotAllowed(host.Host);
        }

        var resolved = IPAddress.TryParse(host.Host, out var number) ? [number] : await Dns.GetHostAddressesAsync(host.Host, cancellation);
        IPAddress[] allowed = [.. resolved.Where(addresses.Allows)];
        if (allowed.Length == 0 && resolved.Length > 0)
        {
            throw new SourceTroubleException($"{host.Host} leads to {resolved[0]}, an address inside a private network, and that is not allowed", "If it is right, an administrator of the server adds that address to the setting Sources:Allowed", needsAttention: true);
        }

        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(allowed, host.Port, cancellation);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private static SourceTroubleException NotAllowed(string host) =>
        new($"The hub may not ask {host}", "An administrator of the server adds the host to the setting Sources:Allowed", needsAttention: true);
}
