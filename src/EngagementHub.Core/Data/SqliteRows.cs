using System.Globalization;
using System.Text;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace EngagementHub.Core.Data;

/// <summary>
/// One statement run for row after row. The provider's own command looks up each parameter by name and makes an object of each value, for every row;
/// that took more time than the database did.
/// </summary>
public sealed class SqliteRows : IDisposable
{
    private const int Short = 256;
    private readonly sqlite3 _database;
    private readonly sqlite3_stmt _statement;
    private bool _isTaken;
    private readonly byte[] _text = new byte[Short * 3];
    private readonly byte[] _guidText = new byte[36];
    private Guid _guid;

    /// <summary>Prepares the statement on an open connection; it runs in whatever transaction that has.</summary>
    public SqliteRows(SqliteConnection connection, string sql)
    {
        ArgumentNullException.ThrowIfNull(connection);
        _database = connection.Handle!;
        Check(raw.sqlite3_prepare_v2(_database, sql, out _statement));
        Encoding.ASCII.GetBytes(_guid.ToString("D"), _guidText);
    }

    /// <summary>Gives a parameter its value; parameters are counted from 1.</summary>
    public void Bind<T>(int place, T value) => Check(value switch
    {
        null => raw.sqlite3_bind_null(_statement, place),
        long number => raw.sqlite3_bind_int64(_statement, place, number),
        int number => raw.sqlite3_bind_int64(_statement, place, number),
        short number => raw.sqlite3_bind_int64(_statement, place, number),
        bool yes => raw.sqlite3_bind_int64(_statement, place, yes ? 1 : 0),
        DateOnly day => BindText(place, day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
        string text => BindText(place, text),
        byte[] bytes => raw.sqlite3_bind_blob(_statement, place, bytes),
        Guid guid => raw.sqlite3_bind_text(_statement, place, TextOf(guid)),
        _ => throw new NotSupportedException($"A column of {typeof(T)}"),
    });

    /// <summary>Runs the statement with the values given, and makes it ready for the next row.</summary>
    public void Put()
    {
        var done = raw.sqlite3_step(_statement);
        if (done is not (raw.SQLITE_DONE or raw.SQLITE_ROW))
        {
            Check(done);
        }

        Check(raw.sqlite3_reset(_statement));
    }

    /// <summary>Hands the statement over, with the values bound so far, to be read from.</summary>
    public sqlite3_stmt Take()
    {
        _isTaken = true;
        return _statement;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (!_isTaken)
        {
            _statement.Dispose();
        }
    }

    // An empty span would be bound as nothing at all.
    private int BindText(int place, string text) => text.Length is 0 or > Short
        ? raw.sqlite3_bind_text(_statement, place, text)
        : raw.sqlite3_bind_text(_statement, place, _text.AsSpan(0, Encoding.UTF8.GetBytes(text, _text)));

    // As the provider writes it. The same one is asked for row after row.
    private byte[] TextOf(Guid guid)
    {
        if (guid != _guid)
        {
            _guid = guid;
            guid.TryFormat(_guidText, out _, "D");
            Ascii.ToUpperInPlace(_guidText, out _);
        }

        return _guidText;
    }

    private void Check(int code) => SqliteException.ThrowExceptionForRC(code, _database);
}
