using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;

namespace EngagementHub.Benchmarks.Readers;

/// <summary>nginx from Debian with two workers, serving files that lie there plain and compressed. It does nothing else, so it is the yardstick.</summary>
internal sealed class Nginx : IDisposable
{
    private readonly Process _process;
    private readonly string _folder;

    public Nginx(string folder)
    {
        (_folder, Port) = (folder, FreePort());
        Directory.CreateDirectory($"{folder}/pages");
        File.WriteAllText($"{folder}/nginx.conf", Settings());
        // Its own complaint about where it logs before the settings are read is no finding.
        _process = Process.Start(new ProcessStartInfo("/usr/sbin/nginx", ["-c", $"{folder}/nginx.conf", "-p", folder, "-e", $"{folder}/error.log"]))!;
    }

    public int Port { get; }

    public string Address => $"http://127.0.0.1:{Port}";

    /// <summary>Serves those bytes at the path, as they are; without compressed ones only the plain.</summary>
    public void Put(string name, byte[] plain, byte[] gzip)
    {
        File.WriteAllBytes($"{_folder}/pages/{name}", plain);
        File.Delete($"{_folder}/pages/{name}.gz");
        if (gzip.Length > 0)
        {
            File.WriteAllBytes($"{_folder}/pages/{name}.gz", gzip);
        }
    }

    public static async Task InstallAsync()
    {
        using var script = Process.Start("bash", ["-c", $"source '{PublishedHost.Root}/tests/lib/load.sh' && install_load_tools"])!;
        await script.WaitForExitAsync();
        if (script.ExitCode != 0)
        {
            throw new InvalidOperationException("nginx and wrk could not be installed");
        }
    }

    public void Dispose()
    {
        using (var stop = Process.Start("kill", ["-TERM", $"{_process.Id}"]))
        {
            stop.WaitForExit();
        }

        _process.WaitForExit();
        _process.Dispose();
    }

    private string Settings() => $$"""
        daemon off;
        {{(Environment.UserName == "root" ? "user root;" : "")}}
        worker_processes 2;
        pid {{_folder}}/nginx.pid;
        events { worker_connections 2048; }
        http {
          types { text/html html; }
          access_log off;
          sendfile on;
          tcp_nopush on;
          keepalive_requests 1000000000;
          open_file_cache max=100;
          open_file_cache_valid 1s;
          gzip_static on;
          server { listen 127.0.0.1:{{Port}} backlog=1024; root {{_folder}}/pages; }
        }
        """;

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}

/// <summary>What wrk saw of one round.</summary>
/// <param name="Rate">Answers a second.</param>
/// <param name="P50">In milliseconds, as the next.</param>
/// <param name="P99">Ninety-nine of a hundred were answered in this time.</param>
/// <param name="Bad">Answers of another status than 2xx and 3xx, and failed connections.</param>
/// <param name="Load">How much of one core wrk itself used.</param>
internal sealed record Round(double Rate, double P50, double P99, long Bad, double Load);

/// <summary>Runs wrk for some seconds.</summary>
internal static partial class Wrk
{
    public static async Task<Round> RunAsync(string url, int connections, double seconds, string script)
    {
        var info = new ProcessStartInfo("bash", ["-c", $"TIMEFORMAT='cpu %U %S %R'; time wrk -t1 -c{connections} -d{Math.Ceiling(seconds)}s --timeout 10s --latency -s '{script}' '{url}'"]) { RedirectStandardOutput = true, RedirectStandardError = true };
        using var wrk = Process.Start(info)!;
        var (said, timed) = (wrk.StandardOutput.ReadToEndAsync(), wrk.StandardError.ReadToEndAsync());
        await wrk.WaitForExitAsync();
        var (text, cpu) = (await said, (await timed).Split("cpu ")[^1].Split(' '));
        return wrk.ExitCode == 0
            ? new Round(Number(RateLine().Match(text)), Time(text, "50%"), Time(text, "99%"), (long)(Number(BadLine().Match(text)) + ErrorLine().Match(text).Groups.Values.Skip(1).Sum(g => g.Success ? long.Parse(g.Value, CultureInfo.InvariantCulture) : 0)), (Number(cpu[0]) + Number(cpu[1])) / Number(cpu[2]))
            : throw new InvalidOperationException(text + await timed);
    }

    /// <summary>Writes the script by which each connection sends one of the cookies after the other; wrk's own headers cost the same.</summary>
    public static string Script(string folder, string name, IReadOnlyList<string> cookies, string encoding = "gzip")
    {
        var path = $"{folder}/{name}.lua";
        File.WriteAllText(path, $$"""
            local cookies, requests, at = { {{string.Join(", ", cookies.Select(c => $"\"{c}\""))}} }, {}, 0
            init = function(args)
              for i, cookie in ipairs(cookies) do
                local headers = { ["Accept-Encoding"] = "{{encoding}}" }
                if cookie ~= "" then headers["Cookie"] = cookie end
                requests[i] = wrk.format("GET", nil, headers)
              end
            end
            request = function()
              at = at % #requests + 1
              return requests[at]
            end
            """);
        return path;
    }

    private static double Number(Match match) => match.Success ? Number(match.Groups[1].Value) : 0;

    private static double Number(string text) => double.Parse(text.Trim(), CultureInfo.InvariantCulture);

    private static double Time(string text, string share) => Regex.Match(text, $@"^\s+{share}\s+([\d.]+)(us|ms|s|m)", RegexOptions.Multiline) is { Success: true } m
        ? Number(m.Groups[1].Value) * m.Groups[2].Value switch { "us" => 0.001, "ms" => 1, "s" => 1000, _ => 60_000 }
        : double.NaN;

    [GeneratedRegex(@"Requests/sec:\s+([\d.]+)")]
    private static partial Regex RateLine();

    [GeneratedRegex(@"Non-2xx or 3xx responses: (\d+)")]
    private static partial Regex BadLine();

    [GeneratedRegex(@"Socket errors: connect (\d+), read (\d+), write (\d+), timeout (\d+)")]
    private static partial Regex ErrorLine();
}
