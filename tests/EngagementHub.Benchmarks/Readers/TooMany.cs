using System.Diagnostics;
using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace EngagementHub.Benchmarks.Readers;

/// <summary>Five times as many requests as the hub can answer, sent at their hour whatever becomes of the others. Goal: those let in within 2 s, the rest told so within 100 ms, in 99 of 100 cases; all as before within 30 s.</summary>
internal static class TooMany
{
    private const string Url = "/comments/mine";
    private const int Connections = 2000;

    public static async Task MeasureAsync()
    {
        await Nginx.InstallAsync();
        using var host = new PublishedHost();
        await ReadersHub.StartAsync(host);
        var cookie = (await ReadersHub.SignInAsync(host.Address, "writer", 1))[0];
        var script = Wrk.Script(host.Folder, "own", [cookie]);
        await Wrk.RunAsync(host.Address + Url, 16, 8, script);
        var most = await Wrk.RunAsync(host.Address + Url, 16, 5, script);
        Console.WriteLine($"capacity, 16 connections: {most.Rate:F0} a second, p50 {most.P50:F1} ms, p99 {most.P99:F1} ms, failed {most.Bad}");
        foreach (var times in (int[])[1, 5])
        {
            await SayAsync(host, cookie, most.Rate * times, $"{times} times the capacity", seconds: 10);
        }

        await SayAsync(host, cookie, most.Rate / 2, "half of it, from the next moment on", seconds: 3);
        Console.WriteLine($"memory after: {host.MemoryInMiB()} MiB");
    }

    private static async Task SayAsync(PublishedHost host, string cookie, double rate, string what, int seconds)
    {
        var sent = await new Flood(new Uri(host.Address), Url, cookie, rate, seconds).RunAsync();
        Console.WriteLine($"{what} ({rate:F0} a second for {seconds} s): let in {Say(sent, 200)}; told to come again {Say(sent, 503)}, without Retry-After {sent.Count(s => s is { Status: 503, SaysWhen: false })}; anything else {sent.Count(s => s.Status is not (200 or 503))}; never sent for want of a connection {(int)(rate * seconds) - sent.Count}");
    }

    private static string Say(IReadOnlyList<Sent> sent, int status)
    {
        double[] times = [.. sent.Where(s => s.Status == status).Select(s => s.Milliseconds).Order()];
        return times.Length == 0 ? "0" : $"{times.Length}, p50 {times[times.Length / 2]:F1} ms, p99 {times[(int)(times.Length * 0.99)]:F1} ms, longest {times[^1]:F0} ms";
    }

    private readonly record struct Sent(int Status, bool SaysWhen, double Milliseconds);

    /// <summary>Requests at an even pace over many connections, a few bytes of HTTP each.</summary>
    private sealed class Flood(Uri address, string url, string cookie, double rate, int seconds)
    {
        private readonly byte[] _request = Encoding.ASCII.GetBytes($"GET {url} HTTP/1.1\r\nHost: {address.Authority}\r\nCookie: {cookie}\r\n\r\n");
        private readonly Stopwatch _clock = new();
        private int _next;

        public async Task<IReadOnlyList<Sent>> RunAsync()
        {
            _clock.Start();
            var all = await Task.WhenAll(Enumerable.Range(0, Connections).Select(_ => Task.Run(SendAsync)));
            return [.. all.SelectMany(own => own)];
        }

        private async Task<List<Sent>> SendAsync()
        {
            List<Sent> own = [];
            Socket? socket = null;
            var answer = new byte[64 * 1024];
            while (Interlocked.Increment(ref _next) / rate is var due && due < seconds)
            {
                var wait = TimeSpan.FromSeconds(due) - _clock.Elapsed;
                if (wait > TimeSpan.Zero)
                {
                    await Task.Delay(wait);
                }

                var began = _clock.Elapsed;
                try
                {
                    socket ??= await ConnectAsync();
                    await socket.SendAsync(_request);
                    var (status, saysWhen) = await ReadAsync(socket, answer);
                    own.Add(new(status, saysWhen, (_clock.Elapsed - began).TotalMilliseconds));
                }
                catch (Exception e) when (e is SocketException or IOException)
                {
                    own.Add(new(0, false, (_clock.Elapsed - began).TotalMilliseconds));
                    socket?.Dispose();
                    socket = null;
                }
            }

            socket?.Dispose();
            return own;
        }

        private async Task<Socket> ConnectAsync()
        {
            var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            await socket.ConnectAsync(address.Host, address.Port);
            return socket;
        }

        private static async Task<(int Status, bool SaysWhen)> ReadAsync(Socket socket, byte[] answer)
        {
            var got = 0;
            while (true)
            {
                var read = await socket.ReceiveAsync(answer.AsMemory(got));
                got += read > 0 ? read : throw new IOException("The connection was closed before the answer was complete");
                if (Whole(answer.AsSpan(0, got)) is { } whole)
                {
                    return whole;
                }
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
