using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace EngagementHub.Core.Data;

/// <summary>
/// One statement run for row after row. The provider's own command looks up each parameter by name and makes an object of each value, for every row;
/// that took more time than the database did. Values go straight to SQLite: counting who holds the statement, around each of them, took as long as binding it.
/// </summary>
public sealed class SqliteRows : IDisposable
{
    private const int Short = 256;
    private readonly sqlite3 _database;
    private readonly sqlite3_stmt _statement;

    // Whoever has the rows ends them only when all are put, so it holds until then.
    private readonly nint _handle;
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
        _handle = _statement.DangerousGetHandle();
        Encoding.ASCII.GetBytes(_guid.ToString("D"), _guidText);
    }

    /// <summary>Gives a parameter its value; parameters are counted from 1.</summary>
    public void Bind<T>(int place, T value) => Check(value switch
    {
        null => SqliteCalls.sqlite3_bind_null(_handle, place),
        long number => SqliteCalls.sqlite3_bind_int64(_handle, place, number),
        int number => SqliteCalls.sqlite3_bind_int64(_handle, place, number),
        short number => SqliteCalls.sqlite3_bind_int64(_handle, place, number),
        bool yes => SqliteCalls.sqlite3_bind_int64(_handle, place, yes ? 1 : 0),
        DateOnly day => BindText(place, day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
        string text => BindText(place, text),
        byte[] bytes => raw.sqlite3_bind_blob(_statement, place, bytes),
        Guid guid => BindText(place, TextOf(guid)),
        _ => throw new NotSupportedException($"A column of {typeof(T)}"),
    });

    /// <summary>Runs the statement with the values given, and makes it ready for the next row.</summary>
    public void Put()
    {
        var done = SqliteCalls.sqlite3_step(_handle);
        if (done is not (raw.SQLITE_DONE or raw.SQLITE_ROW))
        {
            Check(done);
        }

        Check(SqliteCalls.sqlite3_reset(_handle));
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
        : BindText(place, _text.AsSpan(0, Encoding.UTF8.GetBytes(text, _text)));

    private int BindText(int place, ReadOnlySpan<byte> text) => SqliteCalls.sqlite3_bind_text(_handle, place, in MemoryMarshal.GetReference(text), text.Length, SqliteCalls.CopiedAtOnce);

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

/// <summary>SQLite's own functions for a statement (https://www.sqlite.org/c3ref/bind_blob.html), of the library that the provider brings along. Those that only note a value run without leaving the collector's sight.</summary>
internal static class SqliteCalls
{
    /// <summary>SQLite is to copy the bytes before it returns.</summary>
    public const nint CopiedAtOnce = -1;

    private const string Library = "e_sqlite3";

#pragma warning disable SA1300, IDE1006 // named as in SQLite
    [DllImport(Library), SuppressGCTransition]
    public static extern int sqlite3_bind_null(nint statement, int place);

    [DllImport(Library), SuppressGCTransition]
    public static extern int sqlite3_bind_int64(nint statement, int place, long value);

    [DllImport(Library)]
    public static extern int sqlite3_bind_text(nint statement, int place, in byte text, int length, nint destructor);

    [DllImport(Library)]
    public static extern int sqlite3_step(nint statement);

    [DllImport(Library)]
    public static extern int sqlite3_reset(nint statement);
#pragma warning restore SA1300, IDE1006
}
