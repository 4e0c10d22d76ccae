using System.Data.Common;

namespace EngagementHub.ServiceLevels.Kept;

internal sealed class PostgresBulk(DbConnection connection, DbTransaction? transaction) : Bulk(connection, transaction)
{
    private const long Intake = 0x7365727669636501;

    public override bool InstantsAreTicks => false;

    public override async Task LockAsync(CancellationToken cancellation) => await ExecuteAsync($"SELECT pg_advisory_xact_lock({Intake})", cancellation);

    public override string In(string column) => $"{column} = ANY(@list)";

    public override object List(Array values) => values;

    public override async Task WriteAsync<T>(string table, IReadOnlyList<T> rows, string tail, IReadOnlyList<Column<T>> columns, CancellationToken cancellation)
    {
        if (rows.Count == 0)
        {
            return;
        }

        var names = string.Join(", ", columns.Select(column => $"\"{column.Name}\""));
        await ExecuteAsync($"INSERT INTO {table} ({names}) SELECT * FROM unnest({string.Join(", ", columns.Select((_, i) => $"@c{i}"))}) {tail}", cancellation,
            [.. columns.Select((column, i) => ($"@c{i}", (object)column.Values(rows)))]);
    }

    public override async Task<NumberRows> NumbersAsync(string sql, CancellationToken cancellation, params (string Name, object Value)[] values)
    {
        var command = Command(sql, values);
        return new ReaderNumbers(command, await command.ExecuteReaderAsync(cancellation));
    }

    public override Task TakeRoomAsync(int rows, CancellationToken cancellation) => Task.CompletedTask;

    public override Task GiveRoomBackAsync(CancellationToken cancellation) => Task.CompletedTask;

    public override async Task<IReadOnlyList<long>> NewIdsAsync(string table, int count, CancellationToken cancellation)
    {
        List<long> ids = new(count);
        await using var command = Command($"""SELECT nextval(pg_get_serial_sequence('{table}', 'Id')) FROM generate_series(1, @count)""", ("@count", count));
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation))
        {
            ids.Add(reader.GetInt64(0));
        }

        return ids;
    }
}
