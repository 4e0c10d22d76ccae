using EngagementHub.Core.Data;
using EngagementHub.Web.Hosting;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace EngagementHub.Tests.Support;

/// <summary>A database for one fixture, empty or with the schema in it: SQLite in a file, or PostgreSQL when HUB_TEST_POSTGRES holds a connection string to a server that may create databases.</summary>
internal sealed class TestDatabase : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("hub-test").FullName;
    private readonly string _name = $"hub_{Guid.NewGuid():N}";

    // Migrating takes a second, and there are a hundred fixtures: it is done once, and its result copied.
    private static readonly Lazy<TestDatabase> Template = new(MakeTemplate);

    public TestDatabase() => Create("");

    private TestDatabase(TestDatabase template)
    {
        Create($" TEMPLATE {template._name}");
        if (Server is null)
        {
            System.IO.File.Copy(template.File, File);
        }
    }

    public static string? Server => Environment.GetEnvironmentVariable("HUB_TEST_POSTGRES") is { Length: > 0 } server ? server : null;

    public string Folder => _folder;

    private string File => Path.Combine(_folder, "hub.db");

    public string Provider => Server is null ? HubDatabase.Sqlite : HubDatabase.Postgres;

    public string Connection => Server is null
        ? $"Data Source={File}"
        : new NpgsqlConnectionStringBuilder(Server) { Database = _name, MaxPoolSize = 20 }.ConnectionString;

    /// <summary>A database with the schema of this version.</summary>
    public static TestDatabase Migrated() => new(Template.Value);

    public void Dispose()
    {
        if (Server is null)
        {
            SqliteConnection.ClearAllPools();
        }
        else
        {
            NpgsqlConnection.ClearAllPools();
            OnServer($"DROP DATABASE {_name} WITH (FORCE)");
        }

        Directory.Delete(_folder, recursive: true);
    }

    private static TestDatabase MakeTemplate()
    {
        var made = new TestDatabase();
        AppDomain.CurrentDomain.ProcessExit += (_, _) => made.Dispose();
        var exit = HubCommands.RunAsync(["migrate", "--environment=Development", $"--contentRoot={Root()}", $"--Database:Provider={made.Provider}", $"--Database:Connection={made.Connection}", "--Logging:LogLevel:Default=Warning"]).GetAwaiter().GetResult();
        Assert.Equal(0, exit);
        // What is open cannot be copied.
        SqliteConnection.ClearAllPools();
        NpgsqlConnection.ClearAllPools();
        return made;
    }

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder.GetFiles("*.sln").Length == 0)
        {
            folder = folder.Parent!;
        }

        return folder.FullName;
    }

    private void Create(string from)
    {
        if (Server is not null)
        {
            OnServer($"CREATE DATABASE {_name}{from}");
        }
    }

    private static void OnServer(string sql)
    {
        using var connection = new NpgsqlConnection(Server);
        connection.Open();
        using var command = new NpgsqlCommand(sql, connection);
        command.ExecuteNonQuery();
    }
}
