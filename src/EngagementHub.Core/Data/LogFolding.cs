using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace EngagementHub.Core.Data;

/// <summary>Folds the log of the embedded database into its file during a burst: most of it by a connection beside the deliveries, and what came meanwhile in the moment between two of them, so that the log can begin anew.</summary>
/// <remarks>What was committed is durable in the log already, and stays readable there: should folding fail, nothing is lost, and it is tried again later. https://www.sqlite.org/wal.html#ckpt</remarks>
internal sealed class LogFolding(IServiceScopeFactory scopes) : IAsyncDisposable
{
    private const int FewestDeliveries = 8;
    private const int MostDeliveries = 400;

    private OpenConnection? _own;
    private Task<int>? _most;
    private int _deliveries;
    private int _next = 32;

    /// <summary>After so many pages in the log a commit over that connection folds it; 0 for never.</summary>
    public static void LeaveTo(SqliteConnection connection, int pages) => Ask(connection, $"PRAGMA wal_autocheckpoint={pages}", 0);

    public async Task AfterDeliveryAsync()
    {
        _deliveries++;
        if (_most is null)
        {
            _most = _deliveries < _next ? null : Task.Run(FoldAsync);
        }
        else if (_most.IsCompleted)
        {
            var pages = Math.Max(1, await _most);
            await FoldAsync();
            (_next, _deliveries, _most) = (Math.Clamp(_deliveries * HubDatabase.PagesInBurst / pages, FewestDeliveries, MostDeliveries), 0, null);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await (_most ?? Task.CompletedTask);
        await (_own?.DisposeAsync() ?? ValueTask.CompletedTask);
    }

    // Never waits for anybody: what somebody still reads from the log is left there.
    private async Task<int> FoldAsync()
    {
        try
        {
            _own ??= await OpenConnection.OfAsync(scopes);
            return Ask(_own.Connection, "PRAGMA wal_checkpoint(PASSIVE)", 1);
        }
        catch (Exception e) when (e is DbException or ObjectDisposedException)
        {
            // The hub stops; or a full or failing disk, which the deliveries meet themselves, and their writers are told.
            return 0;
        }
    }

    private static int Ask(SqliteConnection connection, string pragma, int column)
    {
        using var asked = connection.CreateCommand();
        asked.CommandText = pragma;
        using var said = asked.ExecuteReader();
        return said.Read() ? said.GetInt32(column) : 0;
    }
}
