using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace EngagementHub.Core.Data;

/// <summary>The one connection over which deliveries that follow each other reach the embedded database: nobody else has it meanwhile, so it knows what others have written since. PostgreSQL's own pool is left to do its work.</summary>
internal sealed class DeliveryLine(IServiceScopeFactory scopes) : IAsyncDisposable
{
    // So many without a pause are a burst, in which the log is folded beside the deliveries and not inside one of them.
    private const int Burst = 8;

    private OpenConnection? _own;
    private LogFolding? _folding;
    private int _delivered;

    /// <summary>Makes the unit of work use it, opened first where need be.</summary>
    public async Task LeadToAsync(HubDb db)
    {
        if (db.Database.IsSqlite())
        {
            _own ??= await OpenConnection.OfAsync(scopes);
            db.Database.SetDbConnection(_own.Connection, contextOwnsConnection: false);
        }
    }

    /// <summary>To be told after each delivery.</summary>
    public async Task DeliveredAsync()
    {
        if (_own is null)
        {
            return;
        }

        try
        {
            if (++_delivered == Burst)
            {
                LogFolding.LeaveTo(_own.Connection, pages: 0);
                _folding = new LogFolding(scopes);
            }
        }
        catch (DbException)
        {
            // The next delivery meets what is wrong, and its writers are told.
            await CutAsync();
        }

        await (_folding?.AfterDeliveryAsync() ?? Task.CompletedTask);
    }

    /// <summary>After a failure nothing is known of it: the next delivery gets another one.</summary>
    public async Task CutAsync()
    {
        var (own, folding) = (_own, _folding);
        (_own, _folding, _delivered) = (null, null, 0);
        if (folding is not null)
        {
            await folding.DisposeAsync();
        }

        if (own is not null)
        {
            await GiveBackAsync(own, folding is not null);
        }
    }

    public ValueTask DisposeAsync() => new(CutAsync());

    // It goes back to the pool as it came from there, or not at all.
    private static async Task GiveBackAsync(OpenConnection own, bool isChanged)
    {
        try
        {
            if (isChanged)
            {
                LogFolding.LeaveTo(own.Connection, HubDatabase.PagesInLog);
            }
        }
        catch (DbException)
        {
            SqliteConnection.ClearPool(own.Connection);
        }
        finally
        {
            await own.DisposeAsync();
        }
    }
}

/// <summary>A connection of the embedded database, opened with the hub's settings and held by a scope of its own.</summary>
internal sealed class OpenConnection : IAsyncDisposable
{
    private readonly AsyncServiceScope _scope;

    private OpenConnection(AsyncServiceScope scope, SqliteConnection connection) => (_scope, Connection) = (scope, connection);

    public SqliteConnection Connection { get; }

    public static async Task<OpenConnection> OfAsync(IServiceScopeFactory scopes)
    {
        var scope = scopes.CreateAsyncScope();
        try
        {
            var database = scope.ServiceProvider.GetRequiredService<HubDb>().Database;
            await database.OpenConnectionAsync();
            return new OpenConnection(scope, (SqliteConnection)database.GetDbConnection());
        }
        catch (Exception)
        {
            await scope.DisposeAsync();
            throw;
        }
    }

    /// <summary>Gives it back to the pool. What fails in that concerns no delivery: the pool then opens others.</summary>
    public async ValueTask DisposeAsync()
    {
        try
        {
            await _scope.DisposeAsync();
        }
        catch (DbException)
        {
            SqliteConnection.ClearPool(Connection);
        }
    }
}
