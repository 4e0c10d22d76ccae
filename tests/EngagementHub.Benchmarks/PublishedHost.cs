using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace EngagementHub.Benchmarks;

/// <summary>The host as it would be deployed: published in Release, in a process of its own, on a database in a temporary folder.</summary>
internal sealed class PublishedHost(string? postgres = null) : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("hub-bench").FullName;
    private readonly string _root = FindRoot();
    private Process? _process;

    public string Address { get; } = $"http://127.0.0.1:{FreePort()}";

    public string Folder => _folder;

    public string Connection => postgres ?? $"Data Source={_folder}/hub.db";

    public void Publish() => Run(_root, "dotnet", ["publish", "src/EngagementHub.Web", "-c", "Release", "-o", $"{_folder}/app", "-v", "q", "--nologo"]);

    public void ApplyRecipe(string path) => Run($"{_folder}/app", "dotnet", ["EngagementHub.Web.dll", "apply-recipe", path, .. Settings()]);

    /// <summary>Starts it and returns how long it took until it listened.</summary>
    public TimeSpan Start(params IReadOnlyList<string> more)
    {
        var clock = Stopwatch.StartNew();
        _process = Process.Start(Info($"{_folder}/app", "dotnet", ["EngagementHub.Web.dll", $"--urls={Address}", .. Settings(), .. more], redirect: true))!;
        while (_process.StandardOutput.ReadLine() is { } line)
        {
            if (line.StartsWith("EngagementHub is open", StringComparison.Ordinal))
            {
                _ = _process.StandardOutput.ReadToEndAsync();
                return clock.Elapsed;
            }
        }

        throw new InvalidOperationException("The host did not open");
    }

    public long MemoryInMiB()
    {
        _process!.Refresh();
        return _process.WorkingSet64 / 1024 / 1024;
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

    private string[] Settings() => [.. Database(), $"--Notifications:MailFolder={_folder}/mail", "--Logging:LogLevel:Default=Warning"];

    private string[] Database() => postgres is null ? [$"--Database:Connection={Connection}"] : ["--Database:Provider=Postgres", $"--Database:Connection={Connection}"];

    private static ProcessStartInfo Info(string folder, string file, IReadOnlyList<string> arguments, bool redirect)
    {
        var info = new ProcessStartInfo(file, arguments) { WorkingDirectory = folder, RedirectStandardOutput = redirect };
        info.Environment["ASPNETCORE_ENVIRONMENT"] = "Development";
        return info;
    }

    private static void Run(string folder, string file, IReadOnlyList<string> arguments)
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
