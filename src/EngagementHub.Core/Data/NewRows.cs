using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace EngagementHub.Core.Data;

/// <summary>Puts new things of one kind into the embedded database by a statement that is prepared once. The change tracker's own writing makes a command with its parameters for every row, which took more time than the database did.</summary>
internal static class NewRows
{
    public static void Write(DbContext db, IEntityType kind, IEnumerable<Entity> things)
    {
        Column[] columns = [.. kind.GetProperties().Select(Column.Of)];
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

    private static void Put(SqliteRows rows, Column[] columns, Entity thing)
    {
        for (var i = 0; i < columns.Length; i++)
        {
            rows.Bind(i + 1, columns[i].ValueOf(thing));
        }

        rows.Put();
    }

    private static string Insert(IEntityType kind, Column[] columns)
    {
        var table = StoreObjectIdentifier.Table(kind.GetTableName()!, kind.GetSchema());
        return $"""INSERT INTO "{table.Name}" ({string.Join(", ", columns.Select(c => $"\"{c.Property.GetColumnName(table)}\""))}) VALUES ({string.Join(", ", columns.Select(_ => "?"))})""";
    }

    private readonly record struct Column(IProperty Property, IClrPropertyGetter? Getter, ValueConverter? Converter)
    {
        public static Column Of(IProperty property) => new(property, property.IsShadowProperty() ? null : property.GetGetter(), property.GetTypeMapping().Converter);

        public object? ValueOf(Entity thing)
        {
            var value = Getter?.GetClrValue(thing);
            return Converter is null ? value : Converter.ConvertToProvider(value);
        }
    }
}
