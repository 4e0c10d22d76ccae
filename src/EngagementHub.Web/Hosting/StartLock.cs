using EngagementHub.Core.Data;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace EngagementHub.Web.Hosting;

/// <summary>Lets one process at a time bring a database to its version and fill it; others wait. The lock dies with its process, so that a killed one leaves nothing to clear away.</summary>
internal sealed class StartLock : IAsyncDisposable
{
    // "hubstart" as eight bytes.
    private const long Key = 0x6875627374617274;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    private readonly IAsyncDisposable _held;

    private StartLock(IAsyncDisposable held) => _held = held;

    public static async Task<StartLock> TakeAsync(HubDatabase database)
    {
        // A lock behind a pooler of transactions is none, and stays in a session of the server when its process has ended.
        await SessionProof.MakeAsync(database);
        return new(database.Provider == HubDatabase.Postgres ? await OnServerAsync(database.Direct) : await OnFileAsync(new SqliteConnectionStringBuilder(database.Connection)));
    }

    public ValueTask DisposeAsync() => _held.DisposeAsync();

    private static async Task<IAsyncDisposable> OnServerAsync(string connection)
    {
        var open = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(connection) { Pooling = false, CommandTimeout = 0, KeepAlive = 10 }.ConnectionString);
        await open.OpenAsync();
        await using var wait = new NpgsqlCommand("SELECT pg_advisory_lock($1)", open) { Parameters = { new() { Value = Key } } };
        await wait.ExecuteNonQueryAsync();
        return open;
    }

    private static async Task<IAsyncDisposable> OnFileAsync(SqliteConnectionStringBuilder sqlite)
    {
        if (sqlite.Mode == SqliteOpenMode.Memory || sqlite.DataSource is ":memory:" or "")
        {
            return Stream.Null;
        }

        // The file stays: taking it away would let two who wait hold two files of one name.
        while (true)
        {
            try
            {
                return new FileStream($"{sqlite.DataSource}.starting", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1);
            }
            catch (IOException e) when (e is not (DirectoryNotFoundException or PathTooLongException) && File.Exists($"{sqlite.DataSource}.starting"))
            {
                await Task.Delay(Pause);
            }
        }
    }
}
