using System.Data.Common;
using System.Globalization;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.Core.Data;

/// <summary>A reading that deliveries of one <see cref="SharedCommit{TItem,TResult}"/> hand on to the next, exact as if it were read again: it is used only while nobody else has written anything at all to the embedded database.</summary>
/// <remarks>
/// SQLite says so itself (<c>PRAGMA data_version</c>, https://www.sqlite.org/pragma.html#pragma_data_version), and is asked inside the transaction, after which nobody else can write. What a delivery writes itself it has to change in the reading.
/// A delivery that fails loses its connection, and with it the reading. PostgreSQL is asked each time.
/// </remarks>
public sealed class ReadOnce<T>
    where T : class
{
    private (DbConnection On, long Version, T Value)? _kept;

    /// <summary>What was read, or is read now.</summary>
    public async Task<T> GetAsync(HubDb db, Func<Task<T>> read)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(read);
        if (!db.Database.IsSqlite())
        {
            return await read();
        }

        var connection = db.Database.GetDbConnection();
        var version = VersionOf(connection);
        if (_kept is not { } kept || kept.On != connection || kept.Version != version)
        {
            kept = (connection, version, await read());
            _kept = kept;
        }

        return kept.Value;
    }

    private static long VersionOf(DbConnection connection)
    {
        using var asked = connection.CreateCommand();
        asked.CommandText = "PRAGMA data_version";
        return Convert.ToInt64(asked.ExecuteScalar(), CultureInfo.InvariantCulture);
    }
}
