using System.Diagnostics;
using System.Globalization;
using System.Net.Sockets;
using System.Runtime.InteropServices;
using System.Text;

namespace EngagementHub.Benchmarks.Readers;

/// <summary>What became of one request, and how long after its hour.</summary>
/// <param name="Status">Of the answer; 0 where the connection broke.</param>
/// <param name="SaysWhen">Whether it says when to come again.</param>
/// <param name="Milliseconds">From the moment it was due, so that what is sent late counts as late.</param>
internal readonly record struct Sent(int Status, bool SaysWhen, double Milliseconds);

/// <summary>Requests at an even pace, each at its hour whatever becomes of the others, by one thread that goes before the others: its own waiting for a processor would look like the hub's.</summary>
internal sealed class Flood(Uri address, string url, string cookie, double rate, int seconds)
{
    private const int Connections = 2000;
    private const int ThisThread = 0;
    private const int BeforeOthers = -10;

    private readonly byte[] _request = Encoding.ASCII.GetBytes($"GET {url} HTTP/1.1\r\nHost: {address.Authority}\r\nCookie: {cookie}\r\n\r\n");
    private readonly Stopwatch _clock = new();
    private readonly Stack<Line> _free = [];
    private readonly Dictionary<Socket, Line> _underWay = [];
    private readonly List<Sent> _sent = [];

    public IReadOnlyList<Sent> Run()
    {
        var thread = new Thread(Send);
        thread.Start();
        thread.Join();
        return _sent;
    }

    private void Send()
    {
        // Only root may; without it the times are a little longer.
        _ = SetPriority(0, ThisThread, BeforeOthers);
        for (var i = 0; i < Connections; i++)
        {
            _free.Push(Connect());
        }

        _clock.Start();
        var (next, all) = (0, (int)(rate * seconds));
        while (next < all || _underWay.Count > 0)
        {
            for (; next < all && next / rate <= _clock.Elapsed.TotalSeconds; next++)
            {
                SendOne(next / rate);
            }

            Hear(next < all ? (next / rate) - _clock.Elapsed.TotalSeconds : 1);
        }

        while (_free.TryPop(out var line))
        {
            line.Socket.Dispose();
        }
    }

    private void SendOne(double due)
    {
        if (_free.TryPop(out var line))
        {
            (line.Due, line.Got) = (due, 0);
            _underWay[line.Socket] = line;
            line.Socket.Send(_request);
        }
    }

    private void Hear(double wait)
    {
        if (_underWay.Count == 0)
        {
            Thread.Sleep(TimeSpan.FromSeconds(Math.Max(0, wait)));
            return;
        }

        List<Socket> answered = [.. _underWay.Keys];
        Socket.Select(answered, null, null, TimeSpan.FromSeconds(Math.Max(0, wait)));
        foreach (var line in answered.ConvertAll(socket => _underWay[socket]))
        {
            if (line.Hear() is { } whole)
            {
                _sent.Add(new(whole.Status, whole.SaysWhen, (_clock.Elapsed.TotalSeconds - line.Due) * 1000));
                _underWay.Remove(line.Socket);
                _free.Push(whole.Status == 0 ? Connect() : line);
            }
        }
    }

    private Line Connect()
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        socket.Connect(address.Host, address.Port);
        return new(socket);
    }

    [DllImport("libc", EntryPoint = "setpriority")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int SetPriority(int which, int who, int priority);

    /// <summary>A connection, and what has come over it of the answer under way.</summary>
    private sealed class Line(Socket socket)
    {
        private byte[] _answer = new byte[16 * 1024];

        public Socket Socket => socket;

        public double Due { get; set; }

        public int Got { get; set; }

        public (int Status, bool SaysWhen)? Hear()
        {
            if (Got == _answer.Length)
            {
                Array.Resize(ref _answer, 2 * Got);
            }

            try
            {
                var read = socket.Receive(_answer.AsSpan(Got));
                Got += read;
                return read == 0 ? (0, false) : Whole(_answer.AsSpan(0, Got));
            }
            catch (SocketException)
            {
                return (0, false);
            }
        }

        private static (int Status, bool SaysWhen)? Whole(ReadOnlySpan<byte> got)
        {
            var end = got.IndexOf("\r\n\r\n"u8);
            if (end < 0)
            {
                return null;
            }

            var head = Encoding.ASCII.GetString(got[..end]);
            var length = head.IndexOf("Content-Length: ", StringComparison.OrdinalIgnoreCase);
            var isWhole = length >= 0
                ? got.Length >= end + 4 + int.Parse(head[(length + 16)..].Split('\r')[0], CultureInfo.InvariantCulture)
                : got.EndsWith("\r\n0\r\n\r\n"u8);
            return isWhole ? (int.Parse(head.AsSpan(9, 3), CultureInfo.InvariantCulture), head.Contains("Retry-After", StringComparison.OrdinalIgnoreCase)) : null;
        }
    }
}
