using EngagementHub.Core.Data;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace EngagementHub.Tests.Support;

/// <summary>A database for one fixture: SQLite in a file, or PostgreSQL when HUB_TEST_POSTGRES holds a connection string to a server that may create databases.</summary>
internal sealed class TestDatabase : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("hub-test").FullName;
    private readonly string _name = $"hub_{Guid.NewGuid():N}";

    public TestDatabase()
    {
        if (Server is not null)
        {
            OnServer($"CREATE DATABASE {_name}");
        }
    }

    public static string? Server => Environment.GetEnvironmentVariable("HUB_TEST_POSTGRES") is { Length: > 0 } server ? server : null;

    public string Folder => _folder;

    public string Provider => Server is null ? HubDatabase.Sqlite : HubDatabase.Postgres;

    public string Connection => Server is null
        ? $"Data Source={Path.Combine(_folder, "hub.db")}"
        : new NpgsqlConnectionStringBuilder(Server) { Database = _name, MaxPoolSize = 20 }.ConnectionString;

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

    private static void OnServer(string sql)
    {
        using var connection = new NpgsqlConnection(Server);
        connection.Open();
        using var command = new NpgsqlCommand(sql, connection);
        command.ExecuteNonQuery();
    }
}
