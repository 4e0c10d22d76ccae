using System.Net;
using System.Net.Sockets;

namespace EngagementHub.Benchmarks.Faults;

/// <summary>What a line to the database does to what is sent over it.</summary>
internal enum LineMode
{
    /// <summary>Everything goes through.</summary>
    Open,

    /// <summary>Nothing is answered and nothing is closed, as when packets are dropped.</summary>
    Silent,

    /// <summary>Connections are broken and new ones refused, as when the server is stopped.</summary>
    Broken,

    /// <summary>The next transaction is committed, and the connection breaks before the hub hears of it.</summary>
    LosesNextCommit,
}

/// <summary>A TCP line between the hub and PostgreSQL that fails on command.</summary>
internal sealed class FaultyLine : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly List<Socket> _open = [];
    private readonly Lock _lock = new();
    private readonly string _host;
    private readonly int _port;
    private volatile LineMode _mode;
    private int _commitsLost;

    public FaultyLine(string host, int port)
    {
        (_host, _port) = (host, port);
        _listener.Start();
        _ = AcceptAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    public int CommitsLost => _commitsLost;

    public LineMode Mode
    {
        get => _mode;
        set
        {
            _mode = value;
            if (value == LineMode.Broken)
            {
                BreakAll();
            }
        }
    }

    public void Dispose()
    {
        _listener.Stop();
        BreakAll();
        _listener.Dispose();
    }

    private void BreakAll()
    {
        lock (_lock)
        {
            _open.ForEach(s => s.Close(0));
            _open.Clear();
        }
    }

    private async Task AcceptAsync()
    {
        while (true)
        {
            Socket client;
            try
            {
                client = await _listener.AcceptSocketAsync();
            }
            catch (Exception e) when (e is SocketException or ObjectDisposedException)
            {
                return;
            }

            _ = ServeAsync(client);
        }
    }

    private async Task ServeAsync(Socket client)
    {
        if (_mode == LineMode.Broken)
        {
            client.Close(0);
            return;
        }

        var server = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        client.NoDelay = true;
        lock (_lock)
        {
            _open.AddRange([client, server]);
        }

        try
        {
            await server.ConnectAsync(_host, _port);
            var pair = new Pair(client, server);
            await Task.WhenAny(PumpAsync(client, server, pair, fromHub: true), PumpAsync(server, client, pair, fromHub: false));
        }
        catch (SocketException)
        {
            // The server is away itself; the hub sees its connection end.
        }

        client.Close();
        server.Close();
    }

    private async Task PumpAsync(Socket from, Socket to, Pair pair, bool fromHub)
    {
        var buffer = new byte[16 * 1024];
        try
        {
            while (await from.ReceiveAsync(buffer) is > 0 and var got)
            {
                while (_mode == LineMode.Silent)
                {
                    await Task.Delay(50);
                }

                if (fromHub && _mode == LineMode.LosesNextCommit && buffer.AsSpan(0, got).IndexOf("COMMIT"u8) >= 0)
                {
                    (_mode, pair.Loses) = (LineMode.Open, true);
                }

                if (!fromHub && pair.Loses && buffer.AsSpan(0, got).IndexOf("COMMIT\0"u8) >= 0)
                {
                    // The server has committed and said so; the hub never hears it.
                    Interlocked.Increment(ref _commitsLost);
                    return;
                }

                await to.SendAsync(buffer.AsMemory(0, got));
            }
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            // Either end is gone: the other is closed with it.
        }
    }

    private sealed record Pair(Socket Client, Socket Server)
    {
        public bool Loses { get; set; }
    }
}
