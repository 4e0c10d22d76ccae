using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text.Json;

namespace EngagementHub.Benchmarks;

/// <summary>A thousand mails through a real server while it refuses, puts off, hangs and drops: none lost, none twice. Then the host killed between the server's 250 and its own commit: one repeat for each kill at most, under the same Message-ID.</summary>
internal static class MailFaults
{
    private const int Mails = 1000;
    private const int Kills = 5;
    private static readonly TimeSpan Fault = TimeSpan.FromSeconds(8);
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(4);

    public static async Task<int> RunAsync(string? postgres)
    {
        using var host = new PublishedHost(postgres);
        host.Publish();
        host.Migrate();
        var rows = new MailRows(host.Database);
        using var server = await MailServer.StartAsync(host.Folder);
        var failed = await ThousandAsync(host, server, rows) + await KilledAsync(host, server, rows);
        Console.WriteLine($"{2 - failed} passed, {failed} failed");
        return failed == 0 ? 0 : 1;
    }

    private static async Task<int> ThousandAsync(PublishedHost host, MailServer server, MailRows rows)
    {
        server.Be("refuse");
        var ids = rows.Queue("reader", Mails);
        Start(host, server);
        foreach (var fault in (string[])["refuse", "421", "451", "hang", "drop", "refuse", "451"])
        {
            server.Be(fault);
            await Task.Delay(Fault);
            Console.WriteLine($"{fault,-6}: {rows.Tried()} tried so far, {server.Accepted().Count} accepted");
            // A little is let through in between, so that each fault meets mail of every age.
            server.Be("ok");
            await Task.Delay(TimeSpan.FromMilliseconds(300));
        }

        server.Be("ok");
        await EmptyAsync(rows);
        host.Stop();
        return Told("a thousand mails", ids, server.Accepted(), repeats: 0);
    }

    private static async Task<int> KilledAsync(PublishedHost host, MailServer server, MailRows rows)
    {
        server.Forget();
        List<string> ids = [];
        for (var kill = 1; kill <= Kills; kill++)
        {
            ids.AddRange(rows.Queue($"kill{kill}-", 20));
            Start(host, server);
            server.Be($"kill {host.ProcessId}");
            await host.EndsAsync(Longest);
            Console.WriteLine($"kill {kill}: killed after the 250 of a mail, {server.Accepted().Count} accepted so far");
            server.Be("ok");
        }

        Start(host, server);
        await EmptyAsync(rows);
        host.Stop();
        return Told($"{Kills} kills", ids, server.Accepted(), repeats: Kills);
    }

    private static void Start(PublishedHost host, MailServer server) => host.Start(
        "--Hub:Recipe=", "--Notifications:SmtpHost=127.0.0.1", $"--Notifications:SmtpPort={server.Port.ToString(CultureInfo.InvariantCulture)}", "--Notifications:TrySeconds=3", "--Notifications:RetrySeconds=1");

    private static async Task EmptyAsync(MailRows rows)
    {
        var clock = Stopwatch.StartNew();
        while (rows.Waiting() > 0)
        {
            if (clock.Elapsed > Longest)
            {
                throw new TimeoutException($"{rows.Waiting()} mails still wait");
            }

            await Task.Delay(200);
        }
    }

    private static int Told(string what, List<string> sent, List<string> accepted, int repeats)
    {
        var lost = sent.Except(accepted).Count();
        var twice = accepted.Count - accepted.Distinct().Count();
        var strange = accepted.Except(sent).Count();
        Console.WriteLine($"{what}: {sent.Count} queued, {accepted.Distinct().Count()} arrived, {lost} lost, {twice} repeated, {strange} under another Message-ID");
        return lost == 0 && strange == 0 && twice <= repeats ? 0 : 1;
    }
}

/// <summary>The mail server of tests/faults, in a process of its own.</summary>
internal sealed class MailServer : IDisposable
{
    private readonly Process _process;
    private readonly string _mode;
    private readonly string _accepted;

    private MailServer(Process process, int port, string mode, string accepted) => (_process, Port, _mode, _accepted) = (process, port, mode, accepted);

    public int Port { get; }

    public static async Task<MailServer> StartAsync(string folder)
    {
        var (port, mode, accepted) = (FreePort(), Path.Combine(folder, "mode"), Path.Combine(folder, "accepted"));
        await File.WriteAllTextAsync(mode, "ok");
        await File.WriteAllTextAsync(accepted, "");
        var info = new ProcessStartInfo("/usr/bin/python3", [Path.Combine(PublishedHost.Root, "tests", "faults", "mail_server.py"), port.ToString(CultureInfo.InvariantCulture), mode, accepted]) { RedirectStandardOutput = true };
        var process = Process.Start(info)!;
        return await process.StandardOutput.ReadLineAsync() == "listening" ? new(process, port, mode, accepted) : throw new InvalidOperationException("The mail server did not start");
    }

    // In one stroke: the server reads at any moment.
    public void Be(string mode)
    {
        File.WriteAllText(_mode + ".new", mode);
        File.Move(_mode + ".new", _mode, overwrite: true);
    }

    public void Forget() => File.WriteAllText(_accepted, "");

    /// <summary>The first part of each accepted mail's Message-ID, in the order of arrival.</summary>
    public List<string> Accepted() => [.. File.ReadAllLines(_accepted).Select(line => JsonDocument.Parse(line).RootElement.GetProperty("id").GetString()!.Trim('<', '>').Split('@')[0])];

    public void Dispose()
    {
        _process.Kill();
        _process.WaitForExit();
        _process.Dispose();
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
