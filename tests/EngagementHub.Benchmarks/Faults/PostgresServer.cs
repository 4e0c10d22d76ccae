using System.Diagnostics;
using System.Globalization;
using Npgsql;

namespace EngagementHub.Benchmarks.Faults;

/// <summary>A PostgreSQL of this machine whose processes can be stopped, killed and promoted.</summary>
internal sealed class PostgresServer(string connection, string data, string programs)
{
    private readonly int _postmaster = int.Parse(File.ReadLines($"{data}/postmaster.pid").First(), CultureInfo.InvariantCulture);

    public string Connection => connection;

    public async Task<object?> AskAsync(string sql)
    {
        await using var open = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(connection) { Pooling = false }.ConnectionString);
        await open.OpenAsync();
#pragma warning disable CA2100 // Made of constants.
        await using var ask = new NpgsqlCommand(sql, open);
#pragma warning restore CA2100
        return await ask.ExecuteScalarAsync();
    }

    /// <summary>To all of its processes, as to a machine: the postmaster first, so that it starts no others.</summary>
    public void Signal(string name)
    {
        Send(name, _postmaster);
        foreach (var child in Children())
        {
            Send(name, child);
        }
    }

    /// <summary>What the primary sends is not taken in from now on.</summary>
    public async Task StopReceivingAsync()
    {
        await AskAsync("ALTER SYSTEM SET primary_conninfo = ''");
        await AskAsync("SELECT pg_reload_conf()");
        while (await AskAsync("SELECT count(*) FROM pg_stat_wal_receiver") is not 0L)
        {
        }
    }

    public void Promote()
    {
        Run("runuser", "-u", "postgres", "--", $"{programs}/pg_ctl", "-D", data, "-w", "promote");
    }

    private List<int> Children() => [.. Directory.EnumerateDirectories("/proc").Select(Path.GetFileName).Where(name => int.TryParse(name, out _)).Select(name => int.Parse(name!, CultureInfo.InvariantCulture)).Where(id => ParentOf(id) == _postmaster)];

    private static int ParentOf(int process)
    {
        try
        {
            var text = File.ReadAllText($"/proc/{process}/stat");
            return int.Parse(text[(text.LastIndexOf(')') + 2)..].Split(' ')[1], CultureInfo.InvariantCulture);
        }
        catch (IOException)
        {
            return 0;
        }
    }

    private static void Send(string signal, int process)
    {
        using var kill = Process.Start("kill", [$"-{signal}", $"{process}"]);
        kill.WaitForExit();
    }

    private static void Run(string file, params IReadOnlyList<string> arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(file, arguments) { WorkingDirectory = "/", RedirectStandardOutput = true })!;
        process.WaitForExit();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{file} {string.Join(' ', arguments)} ended with {process.ExitCode}");
        }
    }
}
