using EngagementHub.Core.Data;
using EngagementHub.Web.Hosting;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace EngagementHub.Tests.Support;

/// <summary>A database for one fixture, made when it is asked for: SQLite in a file, or PostgreSQL when HUB_TEST_POSTGRES holds a connection string to a server that may create databases.</summary>
internal sealed class TestDatabase : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("hub-test").FullName;
    private readonly string _name = $"hub_{Guid.NewGuid():N}";

    // Migrating takes a second, and there are hundreds of fixtures: it is done once, and its result copied.
    private static readonly Lazy<TestDatabase> Template = new(MakeSchema);
    private bool _made;

    public static string? Server => Environment.GetEnvironmentVariable("HUB_TEST_POSTGRES") is { Length: > 0 } server ? server : null;

    public string Folder => _folder;

    public string Provider => Server is null ? HubDatabase.Sqlite : HubDatabase.Postgres;

    public string Connection => Server is null
        ? $"Data Source={Path.Combine(_folder, "hub.db")}"
        : new NpgsqlConnectionStringBuilder(Server) { Database = _name, MaxPoolSize = 20 }.ConnectionString;

    /// <summary>The schema of this version, and nothing in it.</summary>
    public static TestDatabase Schema => Template.Value;

    public static TestDatabase Empty() => new TestDatabase().Create("");

    /// <summary>A database with the schema of this version.</summary>
    public static TestDatabase Migrated() => new TestDatabase().CopyOf(Schema);

    /// <summary>Makes it as the other one stands, with all that lies beside it; once, whoever asks again.</summary>
    public TestDatabase CopyOf(TestDatabase template)
    {
        if (!_made)
        {
            Create($" TEMPLATE {template._name} STRATEGY FILE_COPY");
            CopyFolder(template._folder, _folder);
        }

        return this;
    }

    /// <summary>Leaves it alone, for good: what is open cannot be copied. It goes when the tests end.</summary>
    public void Keep()
    {
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Dispose();
        SqliteConnection.ClearAllPools();
        NpgsqlConnection.ClearAllPools();
    }

    public void Dispose()
    {
        // Its own connections only: those of the other tests are in use.
        if (Server is null)
        {
            using var own = new SqliteConnection(Connection);
            SqliteConnection.ClearPool(own);
        }
        else if (_made)
        {
            using var own = new NpgsqlConnection(Connection);
            NpgsqlConnection.ClearPool(own);
            OnServer($"DROP DATABASE {_name} WITH (FORCE)");
        }

        Directory.Delete(_folder, recursive: true);
    }

    private static TestDatabase MakeSchema()
    {
        var made = Empty();
        var exit = HubCommands.RunAsync(["migrate", "--environment=Development", $"--contentRoot={Root()}", $"--Database:Provider={made.Provider}", $"--Database:Connection={made.Connection}", "--Logging:LogLevel:Default=Warning"]).GetAwaiter().GetResult();
        Assert.Equal(0, exit);
        made.Keep();
        return made;
    }

    private static void CopyFolder(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy, overwrite: true);
        }
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

    private TestDatabase Create(string from)
    {
        _made = true;
        if (Server is not null)
        {
            OnServer($"CREATE DATABASE {_name}{from}");
        }

        return this;
    }

    private static void OnServer(string sql)
    {
        using var connection = new NpgsqlConnection(Server);
        connection.Open();
        using var command = new NpgsqlCommand(sql, connection);
        command.ExecuteNonQuery();
    }
}
