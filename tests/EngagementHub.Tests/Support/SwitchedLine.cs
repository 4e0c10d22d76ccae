using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace EngagementHub.Tests.Support;

/// <summary>A TCP address behind which another server can be put while the hub runs, as a name that is made to lead elsewhere.</summary>
internal sealed class SwitchedLine : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly ConcurrentBag<Socket> _open = [];
    private volatile int _port;

    public SwitchedLine(int port)
    {
        _port = port;
        _listener.Start();
        _ = AcceptAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>From now on it leads to another port of this machine; what is open ends.</summary>
    public void LeadTo(int port)
    {
        _port = port;
        End();
    }

    public void Dispose()
    {
        _listener.Dispose();
        End();
    }

    private void End()
    {
        while (_open.TryTake(out var socket))
        {
            socket.Close(0);
        }
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                _ = ServeAsync(await _listener.AcceptSocketAsync());
            }
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            // The test is over.
        }
    }

    private async Task ServeAsync(Socket client)
    {
        using var server = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        _open.Add(client);
        _open.Add(server);
        try
        {
            await server.ConnectAsync(IPAddress.Loopback, _port);
            await using var near = new NetworkStream(client);
            await using var far = new NetworkStream(server);
            await Task.WhenAny(near.CopyToAsync(far), far.CopyToAsync(near));
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException or IOException)
        {
            // One end is gone: the other is closed with it.
        }

        client.Close();
    }
}
