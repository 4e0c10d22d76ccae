using System.Security.Cryptography;
using EngagementHub.Core.Data;
using EngagementHub.Core.Hosting;
using Npgsql;

namespace EngagementHub.Web.Hosting;

/// <summary>
/// Proves before the start that signals are heard and locks are held. A pooler that hands sessions on after each transaction takes both away without a word: nodes would show what is old, and two
/// could bring the schema to its version at once.
/// </summary>
internal static class SessionProof
{
    private const string Cure = "name the same database on its primary, past any pooler, as in Host=db.example;Port=5432;Database=hub;Username=hub;Password=…";

    // A busy server may take its time; one behind a pooler never tells.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    public static Task MakeAsync(HubDatabase database) => MakeAsync(database, Patience);

    /// <exception cref="SettingException">What needs a session of its own has none.</exception>
    public static async Task MakeAsync(HubDatabase database, TimeSpan patience)
    {
        if (database.Provider != HubDatabase.Postgres)
        {
            return;
        }

        try
        {
            await using var session = await OpenAsync(database.Direct);
            Insist(await HearsAsync(session, database.Connection, patience), database, "a signal sent through Database:Connection is not heard", "a signal sent through Database:Connection is not heard there");
            Insist(await HoldsLockAsync(session, database.Direct), database, "a lock that one session holds is given to another", "a lock that one session holds is given to another there");
        }
        catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.ReadOnlySqlTransaction)
        {
            throw new SettingException(Spoken(database) ? "Database:Direct" : "Database:Connection", "it leads to a standby, which can only be read; name the primary, or several hosts with Target Session Attributes=primary");
        }
    }

    private static bool Spoken(HubDatabase database) => database.Direct != database.Connection;

    private static void Insist(bool isSo, HubDatabase database, string unspoken, string spoken)
    {
        if (!isSo)
        {
            throw new SettingException("Database:Direct", Spoken(database)
                ? $"{spoken}: a pooler stands before it, or it is another server; {Cure}"
                : $"it is not set, and {unspoken}: Database:Connection goes through a pooler that hands sessions on after each transaction, as pgbouncer with pool_mode=transaction; {Cure}");
        }
    }

    private static async Task<bool> HearsAsync(NpgsqlConnection session, string sender, TimeSpan patience)
    {
        var (channel, heard) = ($"hub_proof_{Guid.NewGuid():N}", false);
        session.Notification += (_, told) => heard |= told.Channel == channel;
        await AskAsync(session, $"LISTEN {channel}");
        await using (var other = await OpenAsync(sender))
        {
            await AskAsync(other, $"NOTIFY {channel}");
        }

        while (!heard && await session.WaitAsync(patience))
        {
        }

        await AskAsync(session, $"UNLISTEN {channel}");
        return heard;
    }

    private static async Task<bool> HoldsLockAsync(NpgsqlConnection session, string direct)
    {
        var key = BitConverter.ToInt64(RandomNumberGenerator.GetBytes(sizeof(long)));
        await AskAsync(session, $"SELECT pg_advisory_lock({key})");
        await using var other = await OpenAsync(direct);
        var given = await AskAsync(other, $"SELECT pg_try_advisory_lock({key})") is true;
        await AskAsync(session, $"SELECT pg_advisory_unlock({key})");
        return !given;
    }

    private static async Task<NpgsqlConnection> OpenAsync(string connection)
    {
        var open = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(connection) { Pooling = false }.ConnectionString);
        await open.OpenAsync();
        return open;
    }

#pragma warning disable CA2100 // the channel and the key are made here
    private static async Task<object?> AskAsync(NpgsqlConnection open, string sql)
    {
        await using var ask = new NpgsqlCommand(sql, open);
        return await ask.ExecuteScalarAsync();
    }
#pragma warning restore CA2100
}
