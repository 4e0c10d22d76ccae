using System.Data.Common;
using System.Runtime.CompilerServices;
using EngagementHub.Core;
using EngagementHub.Core.Data;
using EngagementHub.Core.Hosting;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace EngagementHub.Web.Hosting;

/// <summary>What administrators chose on a page for the next start: read before anything is built from it. Without a database, or on one that is older, the settings alone hold.</summary>
internal static class ChosenAtStart
{
    public static IReadOnlyDictionary<string, string> Read(HubDatabase database)
    {
        if (database.Provider == HubDatabase.Sqlite && !File.Exists(new SqliteConnectionStringBuilder(database.Connection).DataSource))
        {
            return new Dictionary<string, string>();
        }

        try
        {
            return ReadRows(database);
        }
        catch (DbException)
        {
            // No such table yet, or a database that is away: whoever needs it says so in its own words.
            return new Dictionary<string, string>();
        }
    }

    /// <summary>The modules with those off that the settings and the choice name. A choice that no longer fits the settings is left aside: it must not keep the hub from starting.</summary>
    public static ModuleCatalog Modules(IReadOnlyList<IModule> all, IReadOnlyList<string> off, string? chosen)
    {
        var usual = new ModuleCatalog(all, off);
        List<string> both = [.. off.Union((chosen ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries).Where(name => all.Any(m => m.Name == name)))];
        try
        {
            return new ModuleCatalog(all, both);
        }
        catch (SettingException e)
        {
            Console.Error.WriteLine($"What was chosen on the page of modules is left aside. {e.Message}");
            return usual;
        }
    }

    private static Dictionary<string, string> ReadRows(HubDatabase database)
    {
        using DbConnection open = database.Provider == HubDatabase.Sqlite ? new SqliteConnection(database.Connection) : ToPostgres(database.Connection);
        open.Open();
        using var command = open.CreateCommand();
        command.CommandText = "SELECT \"Kind\", \"Value\" FROM administration_choices ORDER BY \"Number\"";
        using var rows = command.ExecuteReader();
        Dictionary<string, string> chosen = [];
        while (rows.Read())
        {
            chosen[rows.GetString(0)] = rows.GetString(1);
        }

        return chosen;
    }

    // A method of its own, so that the provider is not loaded where it is not used. Kept by no pool: `restore` counts who else is connected.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static NpgsqlConnection ToPostgres(string connection) => new(new NpgsqlConnectionStringBuilder(connection) { Pooling = false }.ConnectionString);
}
