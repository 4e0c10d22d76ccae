using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace EngagementHub.Benchmarks;

/// <summary>Named comments sent through the page's own form on 64 connections. Goal: at least 10,000 a second accepted durably on two cores, the load's own work included, and 99 of 100 answered within 50 ms.</summary>
internal static class CommentBurst
{
    private const int Connections = 64;

    // Until the compiler has been through what a comment needs.
    private const int WarmUpSeconds = 25;

    public static async Task MeasureAsync(string? postgres)
    {
        using var host = new PublishedHost(postgres);
        host.Publish();
        var recipe = Path.Combine(host.Folder, "bench.recipe.json");
        await File.WriteAllTextAsync(recipe, PostPage.Recipe(comments: 0));
        host.ApplyRecipe(recipe);
        host.Start("--Hub:Recipe=", "--Limits:Write:Permits=0", "--Limits:SignIn:Permits=0");
        var (writer, rows) = (await SentForm.SignInAsync(host.Address, "reader"), new CommentRows(host.Connection, postgres is not null));
        using var load = new CheapLoad(writer, Connections);
        Console.WriteLine($"just started: {Load(host, load, rows, 5)}");
        Console.WriteLine($"warming up: {Load(host, load, rows, WarmUpSeconds)}");
        for (var round = 0; round < 3; round++)
        {
            Console.WriteLine(Load(host, load, rows, seconds: 10));
        }

        Console.WriteLine($"memory after: {host.MemoryInMiB()} MiB; whole: {rows.IsWhole()}; numbers missing: {rows.Gaps()}");
    }

    private static string Load(PublishedHost host, CheapLoad load, CommentRows rows, int seconds)
    {
        var (before, busy) = (rows.Count(), host.ProcessorTime());
        var own = Process.GetCurrentProcess().TotalProcessorTime;
        var clock = Stopwatch.StartNew();
        double[] all = [.. load.Send(seconds).Order()];
        var (took, theirs, ours) = (clock.Elapsed, host.ProcessorTime() - busy, Process.GetCurrentProcess().TotalProcessorTime - own);
        var share = ours / (took * Environment.ProcessorCount);
        return $"{Connections} connections: {all.Length / took.TotalSeconds:F0} comments a second acknowledged, p50 {all[all.Length / 2]:F1} ms, p99 {all[(int)(all.Length * 0.99)]:F1} ms, longest {all[^1]:F0} ms; {all.Length} acknowledged, {rows.Count() - before} in the database; processor time a comment: host {theirs.TotalMilliseconds / all.Length:F3} ms, load {ours.TotalMilliseconds / all.Length:F3} ms ({share:P0} of {Environment.ProcessorCount} cores)";
    }
}

/// <summary>A form of the hub as a signed-in person's browser sends it, over a connection of its own: a few bytes of HTTP, so that little of the machine goes into the load itself.</summary>
internal sealed record SentForm(Uri Address, string Url, string Cookie)
{
    public static async Task<SentForm> SignInAsync(string address, string persona, string post = "/blogs/bench/2007/04/18/how-we-work")
    {
        var cookies = new CookieContainer();
        using var http = new HttpClient(new SocketsHttpHandler { CookieContainer = cookies }) { BaseAddress = new Uri(address) };
        using var signIn = await http.PostAsync(new Uri("/account/sign-in", UriKind.Relative), Fields(("persona", persona)));
        signIn.EnsureSuccessStatusCode();
        using var accepted = await http.PostAsync(new Uri("/code-of-conduct/accept", UriKind.Relative), Fields(("Accept", "true")));
        accepted.EnsureSuccessStatusCode();
        var page = await http.GetStringAsync(new Uri(post, UriKind.Relative));
        var action = page[page.IndexOf("/comments/write?on=", StringComparison.Ordinal)..];
        return new SentForm(new Uri(address), WebUtility.HtmlDecode(action[..action.IndexOfAny(['"', '&'])]), cookies.GetCookieHeader(new Uri(address)));
    }

    public async Task<SentConnection> ConnectAsync()
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await socket.ConnectAsync(Address.Host, Address.Port);
        return new SentConnection(this, socket);
    }

    private static FormUrlEncodedContent Fields(params (string Name, string Value)[] fields) => new(fields.Select(f => KeyValuePair.Create(f.Name, f.Value)));
}

internal sealed class SentConnection(SentForm form, Socket socket) : IDisposable
{
    private readonly byte[] _answer = new byte[16 * 1024];

    /// <summary>Sends the text under a key, its own when none is given, and gives the status of the answer.</summary>
    public async Task<int> PostAsync(string text, string? key = null)
    {
        var body = $"Key={key ?? Guid.NewGuid().ToString("N")}&Shown=named&Text={Uri.EscapeDataString(text)}";
        var head = $"POST {form.Url} HTTP/1.1\r\nHost: {form.Address.Authority}\r\nCookie: {form.Cookie}\r\nSec-Fetch-Site: same-origin\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: {body.Length}\r\n\r\n";
        await socket.SendAsync(Encoding.ASCII.GetBytes(head + body));
        var (got, length) = (0, -1);
        while (length < 0 || got < length)
        {
            var read = await socket.ReceiveAsync(_answer.AsMemory(got));
            if (read == 0)
            {
                throw new IOException("The connection was closed before the answer was complete");
            }

            got += read;
            length = LengthOf(got);
        }

        return int.Parse(Encoding.ASCII.GetString(_answer, 9, 3), CultureInfo.InvariantCulture);
    }

    public void Dispose() => socket.Dispose();

    // A redirect has no body; whatever else is answered ends the measurement anyway.
    private int LengthOf(int got)
    {
        var end = _answer.AsSpan(0, got).IndexOf("\r\n\r\n"u8);
        return end < 0 ? -1 : end + 4;
    }
}
