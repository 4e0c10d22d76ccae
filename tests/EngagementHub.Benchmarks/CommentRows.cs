using System.Data.Common;
using System.Globalization;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace EngagementHub.Benchmarks;

/// <summary>The comments as they lie in the database, read past the hub.</summary>
internal sealed class CommentRows(string connection, bool isPostgres)
{
    public List<string> Texts(int round) => Read($"SELECT \"Text\" FROM conversation_comments WHERE \"Text\" LIKE 'Round {round} comment %'", row => row.GetString(0));

    /// <summary>Every comment.</summary>
    public List<(string Id, int Number, string Text)> All() => Read("SELECT \"Id\", \"Number\", \"Text\" FROM conversation_comments", row => (row.GetValue(0).ToString()!.ToUpperInvariant(), Convert.ToInt32(row.GetValue(1), CultureInfo.InvariantCulture), row.GetString(2)));

    public long Count() => Read("SELECT COUNT(*) FROM conversation_comments", row => Convert.ToInt64(row.GetValue(0), CultureInfo.InvariantCulture)).Single();

    /// <summary>When the job began last.</summary>
    public DateTime? BegunAt(string job) => Read($"SELECT \"BegunAt\" FROM core_jobs WHERE \"Name\" = '{job}'", row => row.IsDBNull(0) ? (DateTime?)null : row.GetValue(0) is long ticks ? new DateTime(ticks, DateTimeKind.Utc) : row.GetDateTime(0)).FirstOrDefault();

    /// <summary>How many numbers no comment has.</summary>
    public long Gaps() => Read("SELECT COALESCE(MAX(\"Number\"), 0) - COUNT(DISTINCT \"Number\") FROM conversation_comments", row => Convert.ToInt64(row.GetValue(0), CultureInfo.InvariantCulture)).Single();

    /// <summary>PostgreSQL checks its pages as it reads them; SQLite is asked.</summary>
    public bool IsWhole() => isPostgres || Read("PRAGMA integrity_check", row => row.GetString(0)) is ["ok"];

    private List<T> Read<T>(string sql, Func<DbDataReader, T> row)
    {
        using DbConnection open = isPostgres ? new NpgsqlConnection(connection) : new SqliteConnection(connection);
        open.Open();
        using var command = open.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        List<T> rows = [];
        while (reader.Read())
        {
            rows.Add(row(reader));
        }

        return rows;
    }
}
