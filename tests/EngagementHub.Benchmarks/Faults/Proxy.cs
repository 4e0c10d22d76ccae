using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace EngagementHub.Benchmarks.Faults;

/// <summary>haproxy before two nodes, with the settings that docs/deploy tells operators to use.</summary>
internal sealed class Proxy : IDisposable
{
    private readonly Process _process;

    private Proxy(Process process, string address, string socket) => (_process, Address, Socket) = (process, address, socket);

    public string Address { get; }

    /// <summary>Where it is asked how it sees its nodes.</summary>
    private string Socket { get; }

    public static Proxy Start(string folder, string settings, PublishedHost one, PublishedHost two)
    {
        var (port, socket) = (FreePort(), $"{folder}/haproxy.sock");
        var info = new ProcessStartInfo("haproxy", ["-db", "-f", settings]) { RedirectStandardError = true, RedirectStandardOutput = true };
        foreach (var (name, value) in (ReadOnlySpan<(string, string)>)[("HUB_BIND", $"127.0.0.1:{port}"), ("HUB_ONE", new Uri(one.Address).Authority), ("HUB_TWO", new Uri(two.Address).Authority), ("HUB_SOCKET", socket)])
        {
            info.Environment[name] = value;
        }

        var process = Process.Start(info)!;
        _ = process.StandardError.ReadToEndAsync();
        _ = process.StandardOutput.ReadToEndAsync();
        return new Proxy(process, $"http://127.0.0.1:{port}", socket);
    }

    /// <summary>Waits until it sends people to so many nodes.</summary>
    public async Task SeesAsync(int nodes)
    {
        if (await FaultLog.UntilAsync(async () => (await UpAsync()) == nodes, TimeSpan.FromSeconds(60)) is null)
        {
            throw new TimeoutException($"The proxy never saw {nodes} nodes");
        }
    }

    public void Dispose()
    {
        _process.Kill();
        _process.WaitForExit();
        _process.Dispose();
    }

    private async Task<int> UpAsync()
    {
        try
        {
            using var socket = new System.Net.Sockets.Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
            await socket.ConnectAsync(new UnixDomainSocketEndPoint(Socket));
            await using var stream = new NetworkStream(socket);
            await stream.WriteAsync("show stat\n"u8.ToArray());
            using var reader = new StreamReader(stream);
            return (await reader.ReadToEndAsync()).Split('\n').Count(l => l.StartsWith("nodes,one,", StringComparison.Ordinal) || l.StartsWith("nodes,two,", StringComparison.Ordinal) ? l.Split(',')[17] == "UP" : false);
        }
        catch (SocketException)
        {
            return 0;
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
