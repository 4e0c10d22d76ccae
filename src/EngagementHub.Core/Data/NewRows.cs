using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;

namespace EngagementHub.Core.Data;

/// <summary>Puts new things of one kind into the embedded database by a statement that is prepared once. The change tracker's own writing makes a command with its parameters for every row, which took more time than the database did.</summary>
internal static class NewRows
{
    public static void Write(DbContext db, IEntityType kind, IReadOnlyList<EntityEntry<Entity>> things)
    {
        if (things.Count == 0)
        {
            return;
        }

        IProperty[] columns = [.. kind.GetProperties()];
        try
        {
            using var rows = new SqliteRows((SqliteConnection)db.Database.GetDbConnection(), Insert(kind, columns));
            foreach (var thing in things)
            {
                Put(rows, columns, thing);
            }
        }
        catch (SqliteException refused)
        {
            throw new DbUpdateException(refused.Message, refused);
        }
    }

    private static void Put(SqliteRows rows, IProperty[] columns, EntityEntry<Entity> thing)
    {
        var values = thing.CurrentValues;
        for (var i = 0; i < columns.Length; i++)
        {
            var value = values[columns[i]];
            rows.Bind(i + 1, columns[i].GetTypeMapping().Converter is { } converter ? converter.ConvertToProvider(value) : value);
        }

        rows.Put();
        thing.State = EntityState.Detached;
    }

    private static string Insert(IEntityType kind, IProperty[] columns)
    {
        var table = StoreObjectIdentifier.Table(kind.GetTableName()!, kind.GetSchema());
        return $"""INSERT INTO "{table.Name}" ({string.Join(", ", columns.Select(c => $"\"{c.GetColumnName(table)}\""))}) VALUES ({string.Join(", ", columns.Select(_ => "?"))})""";
    }
}
