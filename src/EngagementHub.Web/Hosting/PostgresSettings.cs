using System.Data.Common;
using EngagementHub.Core.Data;
using EngagementHub.Core.Hosting;
using Npgsql;

namespace EngagementHub.Web.Hosting;

/// <summary>How PostgreSQL is reached: the primary, past a pooler, and its standbys.</summary>
internal static class PostgresSettings
{
    private const string Form = "write it as Host=db.example;Database=hub;Username=hub;Password=…";

    public static HubDatabase Read(IConfiguration settings, string connection)
    {
        var primary = FindingPrimary(Checked("Database:Connection", connection));
        var direct = settings["Database:Direct"] is { Length: > 0 } said ? FindingPrimary(Same(primary, "Database:Direct", said)).ConnectionString : null;
        IReadOnlyList<string> replicas = [.. Replicas(settings.GetSection("Database:Replica")).SelectMany(r => Each(Same(primary, r.Key, r.Value!)))];
        return direct is null
            ? new HubDatabase(HubDatabase.Postgres, primary.ConnectionString) { Replicas = replicas }
            : new HubDatabase(HubDatabase.Postgres, Pooled(primary.ConnectionString)) { Direct = direct, Replicas = replicas };
    }

    /// <summary>Refuses what an embedded database has no use for: whoever wrote it believes that it does something.</summary>
    public static void RefuseForSqlite(IConfiguration settings)
    {
        if (((IEnumerable<string>)["Direct", "Replica"]).Select(key => settings.GetSection($"Database:{key}")).FirstOrDefault(s => s.Exists()) is { } unused)
        {
            throw new SettingException(unused.Path, "an embedded database has none; leave it out, or use Database:Provider=Postgres");
        }
    }

    // One, or a list of them.
    private static IEnumerable<(string Key, string? Value)> Replicas(IConfigurationSection section) =>
        section.Value is { Length: > 0 } one ? [(section.Path, one)] : section.GetChildren().Select(child => (child.Path, child.Value));

    // Whoever names another database for one command, as for a restore, must not reach the running one by the second way.
    private static NpgsqlConnectionStringBuilder Same(NpgsqlConnectionStringBuilder primary, string key, string connection) =>
        Checked(key, connection) is var read && read.Database == primary.Database ? read
            : throw new SettingException(key, $"it names the database '{read.Database}' and Database:Connection names '{primary.Database}'; name the same one in both");

    private static NpgsqlConnectionStringBuilder Checked(string key, string connection)
    {
        try
        {
            return new NpgsqlConnectionStringBuilder(connection) is { Host: { Length: > 0 } } read ? read : throw new SettingException(key, $"it names no host; {Form}");
        }
        catch (Exception e) when (e is ArgumentException or FormatException)
        {
            throw new SettingException(key, $"{e.Message}; {Form}");
        }
    }

    // Of several hosts the hub wants the one that can be written to, wherever that is just now; and one that does not answer must not keep everybody from the others for a quarter of a minute.
    private static NpgsqlConnectionStringBuilder FindingPrimary(NpgsqlConnectionStringBuilder several)
    {
        if (!several.Host!.Contains(',', StringComparison.Ordinal))
        {
            return several;
        }

        var said = new DbConnectionStringBuilder { ConnectionString = several.ConnectionString };
        several.TargetSessionAttributes ??= "primary";
        several.Timeout = said.ContainsKey("Timeout") ? several.Timeout : 3;
        // What the driver believes of a host it does not ask again for ten seconds: a node that is ready would not find the standby that has become the primary.
        several.HostRecheckSeconds = said.ContainsKey("Host Recheck Seconds") ? several.HostRecheckSeconds : 1;
        return several;
    }

    // A pooler hands a session to others between two transactions, so there is nothing of ours in it to put back.
    private static string Pooled(string connection) => new NpgsqlConnectionStringBuilder(connection) { NoResetOnClose = true }.ConnectionString;

    // What a standby has replayed is known of that server alone, so each host of a list is one. None may hold up a page for long: the primary is there.
    private static IEnumerable<string> Each(NpgsqlConnectionStringBuilder replica)
    {
        var said = new DbConnectionStringBuilder { ConnectionString = replica.ConnectionString };
        foreach (var host in replica.Host!.Split(','))
        {
            var one = new NpgsqlConnectionStringBuilder(replica.ConnectionString) { Host = host.Trim(), TargetSessionAttributes = null, ApplicationName = replica.ApplicationName ?? "EngagementHub replica", CancellationTimeout = -1 };
            one.Timeout = said.ContainsKey("Timeout") ? replica.Timeout : 2;
            one.CommandTimeout = said.ContainsKey("Command Timeout") ? replica.CommandTimeout : 5;
            yield return one.ConnectionString;
        }
    }
}
