using EngagementHub.Core.Data;
using EngagementHub.Core.Hosting;
using EngagementHub.Core.Time;
using EngagementHub.Core.Web;
using EngagementHub.Core.Web.Overload;
using Microsoft.Data.Sqlite;

namespace EngagementHub.Web.Hosting;

/// <summary>Reads the settings and refuses to start on one that cannot be right, naming its key.</summary>
internal static class HubSettings
{
    private static readonly string[] Known =
        ["Name", "Zone", "Theme", "Reading", "ModulesOff", "Recipe"];

    // The sections of the host; a module looks after its own.
    private static readonly Dictionary<string, string[]> Sections = new()
    {
        ["Hub"] = Known,
        ["Database"] = ["Provider", "Connection", "Direct", "Replica"],
        ["Jobs"] = ["Run"],
        ["Overload"] = [.. OverloadSettings.Keys],
        ["Proxies"] = ["Trusted"],
        ["Shutdown"] = ["DrainSeconds"],
        ["Telemetry"] = ["Endpoint", "Service", "Seconds"],
        ["Uploads"] = ["Folder"],
    };

    public static HubOptions Validate(ConfigurationManager settings)
    {
        foreach (var (section, known) in Sections)
        {
            KnowingOnly(settings.GetSection(section), known);
        }

        var hub = settings.GetSection("Hub").Get<HubOptions>() ?? new HubOptions();
        if (hub.Reading is not ("Anyone" or "SignedIn"))
        {
            throw new SettingException("Hub:Reading", $"it is '{hub.Reading}'; use Anyone or SignedIn");
        }

        try
        {
            LocalTime.Zone(hub.Zone);
        }
        catch (Exception e) when (e is TimeZoneNotFoundException or InvalidTimeZoneException)
        {
            throw new SettingException("Hub:Zone", $"there is no time zone '{hub.Zone}'; use an IANA name such as Europe/London");
        }

        HubParts.RequireTheme(hub.Theme);
        Database(settings, Directory.GetCurrentDirectory());
        return hub;
    }

    // A key that means nothing is as wrong as a value that cannot be right: its writer believes that it does something.
    private static void KnowingOnly(IConfigurationSection section, string[] known)
    {
        if (section.GetChildren().FirstOrDefault(c => !known.Contains(c.Key, StringComparer.OrdinalIgnoreCase)) is { } unknown)
        {
            throw new SettingException($"{section.Path}:{unknown.Key}", $"there is no such setting; there {(known.Length == 1 ? "is" : "are")} {string.Join(", ", known)}");
        }
    }

    public static HubDatabase Database(IConfiguration settings, string root)
    {
        var (provider, connection) = (settings["Database:Provider"] ?? HubDatabase.Sqlite, settings["Database:Connection"]);
        if (provider is not (HubDatabase.Sqlite or HubDatabase.Postgres))
        {
            throw new SettingException("Database:Provider", $"it is '{provider}'; use Sqlite or Postgres");
        }

        if (string.IsNullOrWhiteSpace(connection))
        {
            throw new SettingException("Database:Connection", "it is empty; for the embedded database write Data Source=App_Data/engagementhub.db");
        }

        if (provider == HubDatabase.Postgres)
        {
            return PostgresSettings.Read(settings, connection);
        }

        PostgresSettings.RefuseForSqlite(settings);
        return new HubDatabase(provider, Rooted(connection, root));
    }

    // A relative file lies below the content root, wherever the process was started; its folder is made.
    private static string Rooted(string connection, string root)
    {
        SqliteConnectionStringBuilder sqlite;
        try
        {
            sqlite = new SqliteConnectionStringBuilder(connection);
        }
        catch (ArgumentException e)
        {
            throw new SettingException("Database:Connection", $"{e.Message}; write it as Data Source=App_Data/engagementhub.db");
        }

        if (sqlite.DataSource is ":memory:" or "" || sqlite.Mode == SqliteOpenMode.Memory)
        {
            return connection;
        }

        sqlite.DataSource = Path.GetFullPath(sqlite.DataSource, root);
        EnsureFolder(Path.GetDirectoryName(sqlite.DataSource)!);
        return sqlite.ConnectionString;
    }

    private static void EnsureFolder(string folder)
    {
        if (Directory.Exists(folder))
        {
            return;
        }

        try
        {
            Directory.CreateDirectory(folder);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new SettingException("Database:Connection", $"the folder '{folder}' cannot be made ({e.Message}); name another place, or give the user that runs the hub the right to write there");
        }
    }
}
