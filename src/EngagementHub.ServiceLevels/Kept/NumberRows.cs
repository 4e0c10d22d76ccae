using System.Data.Common;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace EngagementHub.ServiceLevels.Kept;

/// <summary>Rows of numbers and instants as they come from the database. Columns are counted from 0.</summary>
internal abstract class NumberRows : IDisposable
{
    public abstract bool Next();

    /// <summary>A whole number, or 1 for yes and 0 for no.</summary>
    public abstract long Number(int column);

    /// <summary>UTC ticks of an instant.</summary>
    public abstract long Ticks(int column);

    public abstract void Dispose();
}

/// <summary>Straight from the database's own cursor: what the provider checks for each value takes longer than the value.</summary>
internal sealed class SqliteNumbers : NumberRows
{
    private readonly sqlite3 _database;
    private readonly sqlite3_stmt _statement;

    public SqliteNumbers(SqliteConnection connection, string sql, IEnumerable<(string Name, object Value)> values)
    {
        using var binder = new SqliteRows(connection, sql);
        (_database, _statement) = (connection.Handle!, binder.Take());
        foreach (var (name, value) in values)
        {
            binder.Bind(raw.sqlite3_bind_parameter_index(_statement, name), value);
        }
    }

    public override bool Next()
    {
        var step = raw.sqlite3_step(_statement);
        if (step is not (raw.SQLITE_ROW or raw.SQLITE_DONE))
        {
            SqliteException.ThrowExceptionForRC(step, _database);
        }

        return step == raw.SQLITE_ROW;
    }

    public override long Number(int column) => raw.sqlite3_column_int64(_statement, column);

    public override long Ticks(int column) => raw.sqlite3_column_int64(_statement, column);

    public override void Dispose() => _statement.Dispose();
}

/// <summary>Through a provider's reader.</summary>
internal sealed class ReaderNumbers(DbCommand command, DbDataReader reader) : NumberRows
{
    private readonly Type[] _types = [.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetFieldType)];

    public override bool Next() => reader.Read();

    public override long Number(int column) =>
        _types[column] == typeof(long) ? reader.GetInt64(column)
        : _types[column] == typeof(short) ? reader.GetInt16(column)
        : _types[column] == typeof(int) ? reader.GetInt32(column)
        : reader.GetBoolean(column) ? 1 : 0;

    public override long Ticks(int column) => reader.GetFieldValue<DateTime>(column).Ticks;

    public override void Dispose()
    {
        reader.Dispose();
        command.Dispose();
    }
}
