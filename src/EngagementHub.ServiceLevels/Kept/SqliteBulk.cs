using System.Data.Common;
using System.Text.Json;
using Microsoft.Data.Sqlite;

namespace EngagementHub.ServiceLevels.Kept;

internal sealed class SqliteBulk(DbConnection connection, DbTransaction? transaction) : Bulk(connection, transaction)
{
    public override bool InstantsAreTicks => true;

    // A transaction that may write is the only one from its beginning.
    public override Task LockAsync(CancellationToken cancellation) => Task.CompletedTask;

    public override string In(string column) => $"{column} IN (SELECT value FROM json_each(@list))";

    public override object List(Array values) => JsonSerializer.Serialize(values, values.GetType());

    public override Task WriteAsync<T>(string table, IReadOnlyList<T> rows, string tail, IReadOnlyList<Column<T>> columns, CancellationToken cancellation)
    {
        if (rows.Count == 0)
        {
            return Task.CompletedTask;
        }

        using var statement = new SqliteRows((SqliteConnection)Connection, $"""INSERT INTO {table} ({string.Join(", ", columns.Select(column => $"\"{column.Name}\""))}) VALUES ({string.Join(", ", columns.Select(_ => "?"))}) {tail}""");
        foreach (var row in rows)
        {
            for (var i = 0; i < columns.Count; i++)
            {
                columns[i].Bind(statement, i + 1, row);
            }

            statement.Put();
        }

        return Task.CompletedTask;
    }

    public override Task<NumberRows> NumbersAsync(string sql, CancellationToken cancellation, params (string Name, object Value)[] values) =>
        Task.FromResult<NumberRows>(new SqliteNumbers((SqliteConnection)Connection, sql, values));

    // 1.5 KiB a row. The indexes of a long file outgrow any room; what does not fit is read again from the system's own cache.
    public override async Task TakeRoomAsync(int rows, CancellationToken cancellation) => await ExecuteAsync(FormattableString.Invariant($"PRAGMA cache_size = -{Math.Max(rows * 3 / 2, 2000)}"), cancellation);

    public override async Task GiveRoomBackAsync(CancellationToken cancellation) => await ExecuteAsync("PRAGMA cache_size = -2000", cancellation);

    public override async Task<IReadOnlyList<long>> NewIdsAsync(string table, int count, CancellationToken cancellation)
    {
        await using var command = Command($"SELECT COALESCE(MAX(\"Id\"), 0) FROM {table}");
        var last = Convert.ToInt64(await command.ExecuteScalarAsync(cancellation), null);
        return [.. Enumerable.Range(1, count).Select(i => last + i)];
    }
}
