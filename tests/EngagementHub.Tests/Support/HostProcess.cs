using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace EngagementHub.Tests.Support;

/// <summary>The host's executable as an operator runs it, in a process of its own.</summary>
internal static class HostProcess
{
    public static string Root { get; } = FindRoot();

    public static async Task<(int ExitCode, string Output, string Errors)> Run(string folder, params IReadOnlyList<string> arguments)
    {
        using var process = Start(folder, arguments);
        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, await output, await errors);
    }

    /// <summary>Starts it and waits for the line that says where it is open.</summary>
    public static Task<Process> Serve(string folder, params IReadOnlyList<string> arguments) => ServeIn(zone: null, folder, arguments);

    /// <summary>The same on a machine whose own clock is set to that zone.</summary>
    public static async Task<Process> ServeIn(string? zone, string folder, params IReadOnlyList<string> arguments)
    {
        var process = Start(folder, arguments, zone);
        while (await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken) is { } line)
        {
            if (line.StartsWith("EngagementHub is open at", StringComparison.Ordinal))
            {
                return process;
            }
        }

        throw new InvalidOperationException($"The host did not open: {await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken)}");
    }

    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static Process Start(string folder, IReadOnlyList<string> arguments, string? zone = null)
    {
        var configuration = new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;
        var program = Path.Combine(Root, "src", "EngagementHub.Web", "bin", configuration, "net10.0", "EngagementHub.Web.dll");
        string[] database = arguments.Any(a => a.StartsWith("--Database:Connection", StringComparison.Ordinal)) ? [] : [$"--Database:Connection=Data Source={folder}/hub.db"];
        var start = new ProcessStartInfo("dotnet", [program, .. arguments, .. database, $"--Notifications:MailFolder={folder}/mail", $"--Conversation:KeyFolder={folder}/keys"])
        {
            WorkingDirectory = Root,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Development";
        // It lives for seconds: what only pays later is not measured.
        start.Environment["DOTNET_TieredPGO"] = "0";
        if (zone is not null)
        {
            start.Environment["TZ"] = zone;
        }

        return Process.Start(start)!;
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
