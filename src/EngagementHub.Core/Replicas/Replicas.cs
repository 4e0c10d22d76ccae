using System.Data.Common;
using System.Diagnostics.Metrics;
using EngagementHub.Core.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace EngagementHub.Core.Replicas;

/// <summary>The standbys from which readers' pages are read, as <c>Database:Replica</c> names them.</summary>
public sealed class Replicas : IDisposable
{
    private readonly IReadOnlyList<Replica> _all;
    private readonly PrimaryPosition _position;
    private readonly string _primary;
    private readonly Meter _meter = new("EngagementHub");
    private readonly Counter<long> _pages;
    private uint _turn;

    /// <summary>The standbys of that database; none for an embedded one.</summary>
    public Replicas(HubDatabase database, DatabaseLines lines, ILogger<Replicas> log)
    {
        ArgumentNullException.ThrowIfNull(database);
        (_primary, _position) = (database.Connection, new PrimaryPosition(database.Connection, lines));
        _all = [.. database.Replicas.Select(connection => new Replica(connection, log))];
        _pages = _meter.CreateCounter<long>("hub.replica.pages", "{page}", "Readers' pages and files that could be read from a replica, and where they were read");
    }

    /// <summary>Each with how it stands.</summary>
    public IReadOnlyList<ReplicaStanding> Standings => [.. _all.Select(r => new ReplicaStanding(r.Name, r.Trouble, r.Behind))];

    internal bool Any => _all.Count > 0;

    /// <inheritdoc/>
    public void Dispose() => _meter.Dispose();

    /// <summary>Turns a unit of work that has nothing open to a replica that has everything committed until now.</summary>
    /// <returns>The replica; nothing where the primary is to be read.</returns>
    internal async Task<Replica?> TurnAsync(HubDb db, CancellationToken cancellation)
    {
        if (Next() is not { } replica || await PositionAsync() is not { } needed || await replica.OpenAsync(needed, cancellation) is not { } open)
        {
            return null;
        }

        db.Database.SetDbConnection(open, contextOwnsConnection: false);
        db.IsOnReplica = true;
        return replica;
    }

    /// <summary>Turns it back to the primary, and forgets what it read.</summary>
    internal async Task TurnBackAsync(HubDb db)
    {
        var open = db.Database.GetDbConnection();
        db.Database.SetDbConnection(null);
        db.Database.SetConnectionString(_primary);
        db.ChangeTracker.Clear();
        db.IsOnReplica = false;
        await open.DisposeAsync();
    }

    /// <summary>Asks each how it stands.</summary>
    internal async Task LookAsync(CancellationToken cancellation)
    {
        if (await PositionAsync() is { } primary)
        {
            await Task.WhenAll(_all.Select(replica => replica.LookAsync(primary, cancellation)));
        }
    }

    internal void Count(bool isFromReplica) => _pages.Add(1, new KeyValuePair<string, object?>("from", isFromReplica ? "replica" : "primary"));

    // A primary that is away says so to whoever reads from it.
    private async Task<Position?> PositionAsync()
    {
        try
        {
            return await _position.AskAsync();
        }
        catch (Exception e) when (e is DbException or TimeoutException)
        {
            return null;
        }
    }

    private Replica? Next()
    {
        var turn = Interlocked.Increment(ref _turn);
        for (var i = 0; i < _all.Count; i++)
        {
            if (_all[(int)((turn + (uint)i) % (uint)_all.Count)] is { Serves: true } replica)
            {
                return replica;
            }
        }

        return null;
    }
}

/// <summary>How a replica stands.</summary>
/// <param name="Name">Host and port.</param>
/// <param name="Trouble">Why pages are not read from it, as in "lags"; nothing while they are.</param>
/// <param name="Behind">How many bytes of the primary's log it had not replayed; nothing where it did not say.</param>
public sealed record ReplicaStanding(string Name, string? Trouble, ulong? Behind);
