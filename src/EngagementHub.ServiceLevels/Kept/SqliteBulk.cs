using System.Data.Common;
using System.Text.Json;

namespace EngagementHub.ServiceLevels.Kept;

internal sealed class SqliteBulk(DbConnection connection, DbTransaction? transaction) : Bulk(connection, transaction)
{
    public override bool InstantsAreTicks => true;

    // A transaction that may write is the only one from its beginning.
    public override Task LockAsync(CancellationToken cancellation) => Task.CompletedTask;

    public override string In(string column) => $"{column} IN (SELECT value FROM json_each(@list))";

    public override object List(Array values) => JsonSerializer.Serialize(values, values.GetType());

    public override async Task WriteAsync<T>(string table, IReadOnlyList<T> rows, string tail, IReadOnlyList<Column<T>> columns, CancellationToken cancellation)
    {
        if (rows.Count == 0)
        {
            return;
        }

        await using var command = Command($"""INSERT INTO {table} ({string.Join(", ", columns.Select(column => $"\"{column.Name}\""))}) VALUES ({string.Join(", ", columns.Select((_, i) => $"@c{i}"))}) {tail}""");
        for (var i = 0; i < columns.Count; i++)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = $"@c{i}";
            command.Parameters.Add(parameter);
        }

        foreach (var row in rows)
        {
            for (var i = 0; i < columns.Count; i++)
            {
                command.Parameters[i].Value = columns[i].Value(row) ?? DBNull.Value;
            }

            command.ExecuteNonQuery();
        }
    }

    public override async Task<IReadOnlyList<long>> NewIdsAsync(string table, int count, CancellationToken cancellation)
    {
        await using var command = Command($"SELECT COALESCE(MAX(\"Id\"), 0) FROM {table}");
        var last = Convert.ToInt64(await command.ExecuteScalarAsync(cancellation), null);
        return [.. Enumerable.Range(1, count).Select(i => last + i)];
    }
}
