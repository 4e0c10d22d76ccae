using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using EngagementHub.Core.Data;

namespace EngagementHub.Benchmarks;

/// <summary>The host as it would be deployed: published in Release, in a process of its own, on a database in a temporary folder.</summary>
/// <param name="postgres">A PostgreSQL to run on; nothing for SQLite in the folder.</param>
/// <param name="beside">Another node of the same hub, whose program, uploads and keys this one shares.</param>
internal sealed class PublishedHost(string? postgres = null, PublishedHost? beside = null) : IDisposable
{
    private static readonly TimeSpan LongestStart = TimeSpan.FromSeconds(60);

    private readonly string _folder = Directory.CreateTempSubdirectory("hub-bench").FullName;
    private readonly string _root = FindRoot();
    private Process? _process;

    /// <summary>Where it listens; that of a node in whose place it comes, when it is said.</summary>
    public string Address { get; init; } = $"http://127.0.0.1:{FreePort()}";

    public string Folder => _folder;

    /// <summary>Where the database file, uploads and keys lie; the host's own folder unless another is said.</summary>
    public string Data { get; init; } = "";

    /// <summary>What is put into the host's environment.</summary>
    public Dictionary<string, string> Environment { get; } = [];

    public int ProcessId => _process?.Id ?? 0;

    private string Program => beside is null || Directory.Exists($"{_folder}/app") ? $"{_folder}/app" : beside.Program;

    private string Place => beside?.Place ?? (Data.Length > 0 ? Data : _folder);

    public HubDatabase Database => postgres is null ? new(HubDatabase.Sqlite, $"Data Source={Place}/hub.db") : new(HubDatabase.Postgres, postgres);

    public string Connection => Database.Connection;

    /// <summary>Publishes it, or takes what lies in the folder named by HUB_PUBLISHED: several measurements of one state need one publishing.</summary>
    public void Publish()
    {
        if (System.Environment.GetEnvironmentVariable("HUB_PUBLISHED") is { Length: > 0 } folder)
        {
            Use(folder);
            return;
        }

        Run(_root, "dotnet", ["publish", "src/EngagementHub.Web", "-c", "Release", "-o", $"{_folder}/app", "-v", "q", "--nologo"]);
    }

    /// <summary>Takes what was published into that folder, as another version was.</summary>
    public void Use(string folder) => Directory.CreateSymbolicLink($"{_folder}/app", Path.GetFullPath(folder));

    /// <summary>Brings the schema up.</summary>
    public void Migrate() => Run(Program, "dotnet", ["EngagementHub.Web.dll", "migrate", .. Settings()]);

    /// <summary>Brings the schema up and kills that, as a power cut would, once it has used so much of the processors: unlike a time, this does not depend on what else the machine does.</summary>
    /// <returns>Whether it was still at work, and what it had used.</returns>
    public (bool WasAtWork, TimeSpan Used) MigrateKilledAfter(TimeSpan processorTime)
    {
        using var process = Process.Start(Info(Program, "dotnet", ["EngagementHub.Web.dll", "migrate", .. Settings()], redirect: true))!;
        var used = TimeSpan.Zero;
        while (used < processorTime && !process.WaitForExit(2))
        {
            used = process.HasExited ? used : UsedBy(process) ?? used;
        }

        var wasAtWork = !process.HasExited;
        process.Kill();
        process.WaitForExit();
        return (wasAtWork, used);
    }

    private static TimeSpan? UsedBy(Process process)
    {
        try
        {
            process.Refresh();
            return process.TotalProcessorTime;
        }
        catch (InvalidOperationException)
        {
            // It ended between the question whether it had and this one.
            return null;
        }
    }

    public void ApplyRecipe(string path) => Run(Program, "dotnet", ["EngagementHub.Web.dll", "apply-recipe", path, .. Settings()]);

    /// <summary>Runs a command of the host, and returns the most memory it was seen to use, in MiB.</summary>
    public long Command(params IReadOnlyList<string> arguments)
    {
        using var process = Process.Start(Info(Program, "dotnet", ["EngagementHub.Web.dll", .. arguments, .. Settings()], redirect: false))!;
        var most = 0L;
        while (!process.WaitForExit(200))
        {
            try
            {
                process.Refresh();
                most = Math.Max(most, process.WorkingSet64);
            }
            catch (InvalidOperationException)
            {
                // It ended between the two questions.
            }
        }

        return process.ExitCode == 0 ? most / 1024 / 1024 : throw new InvalidOperationException($"{arguments[0]} ended with {process.ExitCode}");
    }

    /// <summary>Starts it and returns how long it took until it listened.</summary>
    public TimeSpan Start(params IReadOnlyList<string> more)
    {
        var clock = Stopwatch.StartNew();
        _process = Process.Start(Info(Program, "dotnet", ["EngagementHub.Web.dll", $"--urls={Address}", .. Settings(), .. more], redirect: true))!;
        var opened = OpensAsync(_process.StandardOutput);
        if (!opened.Wait(LongestStart) || !opened.Result)
        {
            Stop();
            throw new TimeoutException($"The host did not open within {LongestStart.TotalSeconds} seconds");
        }

        return clock.Elapsed;
    }

    private static async Task<bool> OpensAsync(StreamReader said)
    {
        while (await said.ReadLineAsync() is { } line)
        {
            if (line.StartsWith("EngagementHub is open", StringComparison.Ordinal))
            {
                _ = said.ReadToEndAsync();
                return true;
            }
        }

        return false;
    }

    public long MemoryInMiB()
    {
        _process!.Refresh();
        return _process.WorkingSet64 / 1024 / 1024;
    }

    /// <summary>Of what is resident, what only this process has (the collector's heap, code made while it ran, the runtime's tables, stacks), and what is program files, which the system shares between processes and drops when it needs the room.</summary>
    public string MemoryInWords()
    {
        var status = File.ReadLines($"/proc/{ProcessId}/status").Select(line => line.Split([':', ' ', '\t'], StringSplitOptions.RemoveEmptyEntries)).Where(line => line is [_, _, "kB"]).ToDictionary(line => line[0], line => long.Parse(line[1], null) / 1024);
        return $"{status["VmRSS"]} MiB resident ({status["RssAnon"] + status["RssShmem"]} its own, {status["RssFile"]} of files)";
    }

    /// <summary>What the host has used of the processors: unlike the clock, it does not count what else the machine does.</summary>
    public TimeSpan ProcessorTime()
    {
        _process!.Refresh();
        return _process.TotalProcessorTime;
    }

    /// <summary>Asks it to end, as an upgrade does, and waits until it has; says how long that took.</summary>
    public TimeSpan Terminate()
    {
        var clock = Stopwatch.StartNew();
        Run("/", "kill", ["-TERM", $"{_process!.Id}"]);
        _process.WaitForExit();
        _process.Dispose();
        _process = null;
        return clock.Elapsed;
    }

    /// <summary>Whether it ended by itself.</summary>
    public bool HasEnded => _process is null || _process.HasExited;

    /// <summary>Where the repository lies.</summary>
    public static string Root => FindRoot();

    /// <summary>Waits until somebody else has ended it.</summary>
    public async Task EndsAsync(TimeSpan longest)
    {
        using var limit = new CancellationTokenSource(longest);
        await _process!.WaitForExitAsync(limit.Token);
        Stop();
    }

    /// <summary>Ends it as a power cut would: kill -9, with no word to it before.</summary>
    public void Stop()
    {
        _process?.Kill();
        _process?.WaitForExit();
        _process?.Dispose();
        _process = null;
    }

    public void Dispose()
    {
        Stop();
        Directory.Delete(_folder, recursive: true);
    }

    private string[] Settings() => [$"--Database:Provider={Database.Provider}", $"--Database:Connection={Database.Connection}", $"--Notifications:MailFolder={Place}/mail", $"--Uploads:Folder={Place}/uploads", $"--Conversation:KeyFolder={Place}/keys", "--Logging:LogLevel:Default=Warning"];

    private ProcessStartInfo Info(string folder, string file, IReadOnlyList<string> arguments, bool redirect)
    {
        var info = new ProcessStartInfo(file, arguments) { WorkingDirectory = folder, RedirectStandardOutput = redirect };
        info.Environment["ASPNETCORE_ENVIRONMENT"] = "Development";
        foreach (var (name, value) in file == "dotnet" ? Environment : [])
        {
            info.Environment[name] = value;
        }

        return info;
    }

    private void Run(string folder, string file, IReadOnlyList<string> arguments)
    {
        using var process = Process.Start(Info(folder, file, arguments, redirect: false))!;
        process.WaitForExit();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{file} {string.Join(' ', arguments)} ended with {process.ExitCode}");
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "EngagementHub.sln")))
        {
            folder = folder.Parent!;
        }

        return folder.FullName;
    }
}
