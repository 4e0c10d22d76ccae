using System.Diagnostics;

namespace EngagementHub.Tests.ServiceLevels.Sources.Killed;

/// <summary>Two nodes on one PostgreSQL, each a process of its own that can be killed.</summary>
internal sealed class TwoProcesses : IDisposable
{
    private readonly TestDatabase _database = TestDatabase.Migrated();
    private readonly List<Process> _running = [];

    /// <summary>What both are told beside the database.</summary>
    public List<string> Settings { get; } = ["--Hub:Recipe=", "--Sources:Allowed:0=127.0.0.1", "--Limits:Write:Permits=0", "--Limits:SignIn:Permits=0", "--Logging:LogLevel:Default=Critical"];

    private string[] Database => [$"--Database:Provider={_database.Provider}", $"--Database:Connection={_database.Connection}"];

    public async Task ApplyAsync(string recipe)
    {
        var (exitCode, _, errors) = await HostProcess.Run(_database.Folder, ["apply-recipe", recipe, .. Database]);
        Assert.True(exitCode == 0, errors);
    }

    public async Task ApplyTextAsync(string recipe)
    {
        var path = Path.Combine(_database.Folder, "more.recipe.json");
        await File.WriteAllTextAsync(path, recipe);
        await ApplyAsync(path);
    }

    /// <summary>Starts a node and says where it is and how it dies: as a power cut would do it.</summary>
    public async Task<(HttpClient Http, Action Kill)> StartAsync()
    {
        var address = $"http://127.0.0.1:{HostProcess.FreePort()}";
        var process = await HostProcess.Serve(_database.Folder, ["--urls", address, .. Database, .. Settings]);
        _running.Add(process);
        return (new HttpClient { BaseAddress = new Uri(address) }, () => process.Kill(entireProcessTree: true));
    }

    public void Dispose()
    {
        foreach (var process in _running)
        {
            process.Kill(entireProcessTree: true);
            process.WaitForExit();
            process.Dispose();
        }

        _database.Dispose();
    }
}
