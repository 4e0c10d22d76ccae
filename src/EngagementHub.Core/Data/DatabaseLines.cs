using System.Collections.Concurrent;
using System.Data;
using System.Data.Common;
using System.Net.Sockets;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Npgsql;
using Npgsql.Internal;

namespace EngagementHub.Core.Data;

/// <summary>The database does not answer: said at once, instead of letting who needs it wait.</summary>
public sealed class DatabaseAwayException() : DbException("The database does not answer");

/// <summary>The connections to PostgreSQL that are in use. While the server is away none is opened, and those that wait for it are ended.</summary>
/// <remarks>
/// A machine that loses its power closes nothing: who waits for it waits until the command's time is over. Asked to cancel, the driver asks that machine first, and before the answer to a BEGIN it does not even do that.
/// So the socket is shut beneath the driver, which then finds its connection closed as by the server. It hands out no socket: <c>DatabaseLinesTests</c> says so when its fields are called otherwise.
/// </remarks>
public sealed class DatabaseLines : DbConnectionInterceptor
{
    private readonly ConcurrentDictionary<NpgsqlConnection, bool> _inUse = new();
    private volatile bool _isAway;

    /// <summary>Whether the server is known to be away.</summary>
    public bool IsAway => _isAway;

    /// <summary>From now on none is opened. What is under way may still be answered.</summary>
    public void Close() => _isAway = true;

    /// <summary>The server answers: those that lie unused have outlived it, and are not handed out again.</summary>
    public void Reopen()
    {
        NpgsqlConnection.ClearAllPools();
        _isAway = false;
    }

    /// <summary>Ends those in use: whoever waits on one is told now. Whether what they sent was done nobody knows.</summary>
    /// <returns>How many there were.</returns>
    public int EndAll() => _inUse.Keys.Count(End);

    /// <summary>One that is opened past the units of work.</summary>
    /// <exception cref="DatabaseAwayException">The server is away.</exception>
    public async Task<NpgsqlConnection> OpenAsync(string connection, CancellationToken cancellation = default)
    {
        Insist();
        var opened = new NpgsqlConnection(connection);
        try
        {
            await opened.OpenAsync(cancellation);
        }
        catch
        {
            await opened.DisposeAsync();
            throw;
        }

        opened.StateChange += (_, now) => Forget(now.CurrentState == ConnectionState.Open ? null : opened);
        Follow(opened);
        return opened;
    }

    /// <inheritdoc/>
    public override InterceptionResult ConnectionOpening(DbConnection connection, ConnectionEventData eventData, InterceptionResult result)
    {
        Insist();
        return result;
    }

    /// <inheritdoc/>
    public override ValueTask<InterceptionResult> ConnectionOpeningAsync(DbConnection connection, ConnectionEventData eventData, InterceptionResult result, CancellationToken cancellationToken = default)
    {
        Insist();
        return new(result);
    }

    /// <inheritdoc/>
    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) => Follow(connection);

    /// <inheritdoc/>
    public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        Follow(connection);
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public override void ConnectionClosed(DbConnection connection, ConnectionEndEventData eventData) => Forget(connection);

    /// <inheritdoc/>
    public override Task ConnectionClosedAsync(DbConnection connection, ConnectionEndEventData eventData)
    {
        Forget(connection);
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public override void ConnectionDisposed(DbConnection connection, ConnectionEndEventData eventData) => Forget(connection);

    /// <inheritdoc/>
    public override Task ConnectionDisposedAsync(DbConnection connection, ConnectionEndEventData eventData)
    {
        Forget(connection);
        return Task.CompletedTask;
    }

    private void Insist()
    {
        if (_isAway)
        {
            throw new DatabaseAwayException();
        }
    }

    private void Follow(DbConnection connection)
    {
        if (connection is not NpgsqlConnection opened)
        {
            return;
        }

        _inUse[opened] = true;
        // Found away between asking and opening: one from the pool is opened without a word to the server.
        if (_isAway)
        {
            End(opened);
        }
    }

    private void Forget(DbConnection? connection)
    {
        if (connection is NpgsqlConnection closed)
        {
            _inUse.TryRemove(closed, out _);
        }
    }

    private static bool End(NpgsqlConnection connection)
    {
        try
        {
            if (ConnectorOf(connection) is not { } connector)
            {
                return false;
            }

            SocketOf(connector).Shutdown(SocketShutdown.Both);
            return true;
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            // It has ended by itself.
            return false;
        }
    }

#pragma warning disable NPG9001 // a type that the driver does not promise to keep
    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "get_Connector")]
    private static extern NpgsqlConnector? ConnectorOf(NpgsqlConnection connection);

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "_socket")]
    private static extern ref Socket SocketOf(NpgsqlConnector connector);
#pragma warning restore NPG9001
}
