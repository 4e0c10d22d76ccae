using System.Data.Common;
using System.Globalization;
using EngagementHub.Core.Data;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace EngagementHub.Benchmarks;

/// <summary>The outbox as it lies in the database, written and read past the hub.</summary>
internal sealed class MailRows(HubDatabase database)
{
    private bool IsPostgres => database.Provider == HubDatabase.Postgres;

    /// <returns>The Message-IDs under which they must arrive, by the first part of each.</returns>
    public List<string> Queue(string series, int count)
    {
        using var open = Open();
        using var transaction = open.BeginTransaction();
        List<string> ids = [];
        for (var i = 1; i <= count; i++)
        {
            var id = Guid.NewGuid();
            ids.Add($"{id:N}");
            Insert(open, transaction, id, string.Create(CultureInfo.InvariantCulture, $"{series}{i}@department.example"));
        }

        transaction.Commit();
        return ids;
    }

    public long Waiting() => Number("SELECT COUNT(*) FROM notifications_outbox WHERE \"SentAt\" IS NULL AND \"CancelledAt\" IS NULL");

    public long Tried() => Number("SELECT COUNT(*) FROM notifications_outbox WHERE \"Tries\" > 0");

    private long Number(string sql)
    {
        using var open = Open();
        using var command = open.CreateCommand();
        command.CommandText = sql;
        return Convert.ToInt64(command.ExecuteScalar(), CultureInfo.InvariantCulture);
    }

    private DbConnection Open()
    {
        DbConnection open = IsPostgres ? new NpgsqlConnection(database.Connection) : new SqliteConnection(database.Connection);
        open.Open();
        return open;
    }

    // The demonstration's clock may not have reached today: the mail has been due for years.
    private void Insert(DbConnection open, DbTransaction transaction, Guid id, string to)
    {
        using var command = open.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = """
            INSERT INTO notifications_outbox ("Id", "Version", "To", "Subject", "Text", "QueuedAt", "NextTryAt", "Tries")
            VALUES (@id, 0, @to, 'Grüße', 'Hello.', @at, @at, 0)
            """;
        var at = new DateTimeOffset(2000, 1, 1, 0, 0, 0, TimeSpan.Zero);
        foreach (var (name, value) in ((string, object)[])[("@id", IsPostgres ? id : id.ToString().ToUpperInvariant()), ("@to", to), ("@at", IsPostgres ? at.UtcDateTime : at.UtcTicks)])
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = (name, value);
            command.Parameters.Add(parameter);
        }

        command.ExecuteNonQuery();
    }
}
