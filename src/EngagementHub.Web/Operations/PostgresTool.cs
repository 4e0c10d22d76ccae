using System.Diagnostics;
using System.Globalization;
using EngagementHub.Core;
using Npgsql;

namespace EngagementHub.Web.Operations;

/// <summary>Runs one of PostgreSQL's own programs against the hub's database.</summary>
internal static class PostgresTool
{
    private const string DebianTools = "/usr/lib/postgresql";

    /// <exception cref="BrokenRuleException">The program is not there, or it failed; with its own words.</exception>
    public static async Task RunAsync(string tool, string connection, IReadOnlyList<string> arguments, CancellationToken cancellation)
    {
        var start = new ProcessStartInfo(Find(tool), arguments) { RedirectStandardError = true };
        foreach (var (name, value) in Environment(new NpgsqlConnectionStringBuilder(connection)))
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start)!;
        try
        {
            var errors = await process.StandardError.ReadToEndAsync(cancellation);
            await process.WaitForExitAsync(cancellation);
            if (process.ExitCode != 0)
            {
                throw new BrokenRuleException($"{tool} could not finish: {errors.Trim()}");
            }
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill();
            }
        }
    }

    // Debian's wrapper on the path picks a version by its own clusters; the newest tools read every older server.
    private static string Find(string tool)
    {
        var debian = Directory.Exists(DebianTools) ? Directory.GetDirectories(DebianTools) : [];
        var newest = debian.Where(folder => int.TryParse(Path.GetFileName(folder), out _)).OrderByDescending(folder => int.Parse(Path.GetFileName(folder), CultureInfo.InvariantCulture)).Select(folder => Path.Combine(folder, "bin"));
        var onPath = (System.Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        return newest.Concat(onPath).Select(folder => Path.Combine(folder, tool)).FirstOrDefault(File.Exists)
            ?? throw new BrokenRuleException($"{tool} is not on this machine. Install PostgreSQL's client programs (on Debian: postgresql-client) of the server's version or newer");
    }

    // The driver writes db1:5433,db2; PostgreSQL's own programs want two lists.
    private static IEnumerable<(string Name, string Port)> Hosts(NpgsqlConnectionStringBuilder to) => to.Host!.Split(',', StringSplitOptions.TrimEntries).Select(host => host.Split(':') is [var name, var port] ? (name, port) : (host, to.Port.ToString(CultureInfo.InvariantCulture)));

    // By the environment and not by arguments, which every user of the machine can read.
    private static IEnumerable<(string Name, string? Value)> Environment(NpgsqlConnectionStringBuilder to)
    {
        yield return ("PGHOST", string.Join(',', Hosts(to).Select(h => h.Name)));
        yield return ("PGPORT", string.Join(',', Hosts(to).Select(h => h.Port)));
        // Of several hosts the one that takes writes, as the hub itself finds it.
        yield return ("PGTARGETSESSIONATTRS", to.Host!.Contains(',', StringComparison.Ordinal) ? "read-write" : "any");
        yield return ("PGUSER", to.Username);
        yield return ("PGPASSWORD", to.Password);
        yield return ("PGDATABASE", to.Database);
        yield return ("PGSSLMODE", to.SslMode switch
        {
            SslMode.VerifyCA => "verify-ca",
            SslMode.VerifyFull => "verify-full",
            var mode => mode.ToString().ToLowerInvariant(),
        });
        yield return ("PGSSLROOTCERT", to.RootCertificate);
    }
}
