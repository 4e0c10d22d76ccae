using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace EngagementHub.ServiceLevels.Kept;

/// <summary>Many rows at once, past the change tracker: prepared statements on SQLite, arrays of columns on PostgreSQL.</summary>
internal abstract class Bulk(DbConnection connection, DbTransaction? transaction)
{
    /// <summary>The database and the transaction of a unit of work.</summary>
    public static async Task<Bulk> OfAsync(HubDb db, CancellationToken cancellation)
    {
        var connection = db.Database.GetDbConnection();
        if (connection.State != System.Data.ConnectionState.Open)
        {
            await db.Database.OpenConnectionAsync(cancellation);
        }

        return Of(connection, db.Database.CurrentTransaction?.GetDbTransaction());
    }

    public static Bulk Of(DbConnection connection, DbTransaction? transaction) =>
        connection is SqliteConnection ? new SqliteBulk(connection, transaction) : new PostgresBulk(connection, transaction);

    protected DbConnection Connection => connection;

    /// <summary>Whether instants of the older tables are ticks; timestamps otherwise.</summary>
    public abstract bool InstantsAreTicks { get; }

    /// <summary>One intake or recount at a time, on whatever node, until the transaction ends.</summary>
    public abstract Task LockAsync(CancellationToken cancellation);

    /// <summary>That a column is one of a list, which is passed as <c>@list</c>.</summary>
    public abstract string In(string column);

    public abstract object List(Array values);

    public abstract Task WriteAsync<T>(string table, IReadOnlyList<T> rows, string tail, IReadOnlyList<Column<T>> columns, CancellationToken cancellation);

    /// <summary>Rows of nothing but numbers and instants, by the million.</summary>
    public abstract Task<NumberRows> NumbersAsync(string sql, CancellationToken cancellation, params (string Name, object Value)[] values);

    /// <summary>Room for the indexes that so many rows at once go into, until <see cref="GiveRoomBackAsync"/>.</summary>
    public abstract Task TakeRoomAsync(int rows, CancellationToken cancellation);

    public abstract Task GiveRoomBackAsync(CancellationToken cancellation);

    /// <summary>Fresh identifiers for so many rows.</summary>
    public abstract Task<IReadOnlyList<long>> NewIdsAsync(string table, int count, CancellationToken cancellation);

    public long Ticks(DbDataReader reader, int column) => InstantsAreTicks ? reader.GetInt64(column) : reader.GetFieldValue<DateTime>(column).Ticks;

    public DateTimeOffset Instant(DbDataReader reader, int column) => new(Ticks(reader, column), TimeSpan.Zero);

    public DbCommand Command(string sql, params ReadOnlySpan<(string Name, object Value)> values)
    {
        var command = connection.CreateCommand();
        (command.CommandText, command.Transaction, command.CommandTimeout) = (sql, transaction, 600);
        foreach (var (name, value) in values)
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = (name, value);
            command.Parameters.Add(parameter);
        }

        return command;
    }

    public async Task<int> ExecuteAsync(string sql, CancellationToken cancellation, params (string Name, object Value)[] values)
    {
        await using var command = Command(sql, values);
        return await command.ExecuteNonQueryAsync(cancellation);
    }
}

/// <summary>A column to be written: its name, and each row's value.</summary>
internal abstract class Column<T>(string name)
{
    public string Name => name;

    public abstract void Bind(SqliteRows rows, int place, T row);

    public abstract Array Values(IReadOnlyList<T> rows);
}

/// <summary>A column of one kind of value.</summary>
internal sealed class Column<T, TValue>(string name, Func<T, TValue> value) : Column<T>(name)
{
    public override void Bind(SqliteRows rows, int place, T row) => rows.Bind(place, value(row));

    public override Array Values(IReadOnlyList<T> rows)
    {
        var values = new TValue[rows.Count];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = value(rows[i]);
        }

        return values;
    }
}

/// <summary>An instant in one of the older tables: ticks in SQLite, a timestamp of whole microseconds in PostgreSQL.</summary>
internal sealed class InstantColumn<T>(string name, Func<T, DateTimeOffset?> value) : Column<T>(name)
{
    public override void Bind(SqliteRows rows, int place, T row) => rows.Bind(place, value(row)?.UtcTicks);

    public override Array Values(IReadOnlyList<T> rows) => rows.Select(row => value(row) is { } at ? at.UtcDateTime.AddTicks(-(at.UtcTicks % TimeSpan.TicksPerMicrosecond)) : (DateTime?)null).ToArray();
}
