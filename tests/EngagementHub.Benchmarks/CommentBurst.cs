using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Microsoft.Data.Sqlite;

namespace EngagementHub.Benchmarks;

/// <summary>Named comments sent through the page's own form on 64 connections. Goal: at least 2,000 a second accepted durably on two cores, the load's own work included.</summary>
internal static class CommentBurst
{
    private const int Connections = 64;

    public static async Task MeasureAsync()
    {
        using var host = new PublishedHost();
        host.Publish();
        var recipe = Path.Combine(host.Folder, "bench.recipe.json");
        await File.WriteAllTextAsync(recipe, PostPage.Recipe(comments: 0));
        host.ApplyRecipe(recipe);
        host.Start("--Hub:Recipe=", "--Limits:Write:Permits=0", "--Limits:SignIn:Permits=0");
        var writer = await SentForm.SignInAsync(host.Address, "reader");
        await LoadAsync(host, writer, seconds: 5);
        for (var round = 0; round < 3; round++)
        {
            Console.WriteLine(await LoadAsync(host, writer, seconds: 10));
        }

        Console.WriteLine($"memory after: {host.MemoryInMiB()} MiB; integrity: {Ask(host, "PRAGMA integrity_check")}; numbers without gaps: {Ask(host, "SELECT COUNT(*) = MAX(Number) FROM conversation_comments")}");
    }

    private static async Task<string> LoadAsync(PublishedHost host, SentForm form, int seconds)
    {
        var (before, busy) = (Count(host), host.ProcessorTime());
        var own = Process.GetCurrentProcess().TotalProcessorTime;
        var clock = Stopwatch.StartNew();
        var times = await Task.WhenAll(Enumerable.Range(0, Connections).Select(_ => Task.Run(() => SendAsync(form, clock, seconds))));
        double[] all = [.. times.SelectMany(t => t).Order()];
        var (each, load) = ((host.ProcessorTime() - busy).TotalMilliseconds / all.Length, (Process.GetCurrentProcess().TotalProcessorTime - own).TotalMilliseconds / all.Length);
        var kept = Count(host) - before;
        return $"{Connections} connections: {all.Length / clock.Elapsed.TotalSeconds:F0} comments a second acknowledged, p50 {all[all.Length / 2]:F1} ms, p99 {all[(int)(all.Length * 0.99)]:F1} ms; {all.Length} acknowledged, {kept} in the database; processor time a comment: host {each:F2} ms, load {load:F2} ms";
    }

    private static async Task<List<double>> SendAsync(SentForm form, Stopwatch clock, int seconds)
    {
        using var connection = await form.ConnectAsync();
        List<double> own = [];
        while (clock.Elapsed.TotalSeconds < seconds)
        {
            var start = clock.Elapsed;
            var status = await connection.PostAsync($"I have **waited** four weeks for an account, and so has everybody here. {Guid.NewGuid():N}");
            if (status != 302)
            {
                throw new InvalidOperationException($"A comment was answered with {status}");
            }

            own.Add((clock.Elapsed - start).TotalMilliseconds);
        }

        return own;
    }

    private static long Count(PublishedHost host) => long.Parse(Ask(host, "SELECT COUNT(*) FROM conversation_comments"), CultureInfo.InvariantCulture);

    private static string Ask(PublishedHost host, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={host.Folder}/hub.db");
        connection.Open();
        using var command = new SqliteCommand(sql, connection);
        return Convert.ToString(command.ExecuteScalar(), CultureInfo.InvariantCulture)!;
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
