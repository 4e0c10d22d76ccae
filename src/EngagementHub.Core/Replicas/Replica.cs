using Microsoft.Extensions.Logging;
using Npgsql;

namespace EngagementHub.Core.Replicas;

/// <summary>One standby of the primary, and whether pages are read from it.</summary>
internal sealed class Replica(string connection, ILogger log)
{
    private const string Lags = "lags";

    // Replaying follows within milliseconds; waiting longer than reading from the primary takes would win nothing.
    private static readonly TimeSpan[] Patience = [TimeSpan.Zero, TimeSpan.FromMilliseconds(3), TimeSpan.FromMilliseconds(12)];

    private readonly Lock _saying = new();
    private volatile string? _trouble = "was not asked yet";
    private bool _isSaid;
    private int _looksBehind;
    private volatile string? _unfit;

    /// <summary>Host and port.</summary>
    public string Name { get; } = NameOf(connection);

    /// <summary>Whether pages are read from it.</summary>
    public bool Serves => Trouble is null;

    /// <summary>Why pages are not read from it.</summary>
    public string? Trouble => _unfit ?? _trouble;

    /// <summary>How many bytes of the primary's log it had not replayed when it was asked last; nothing where it did not answer.</summary>
    public ulong? Behind { get; private set; }

    /// <summary>A connection to it on which everything of that position is to be seen; nothing where there is none.</summary>
    public async Task<NpgsqlConnection?> OpenAsync(Position needed, CancellationToken cancellation)
    {
        var open = new NpgsqlConnection(connection);
        var isTaken = false;
        try
        {
            await open.OpenAsync(cancellation);
            _trouble = await TroubleAsync(open, needed, cancellation);
            isTaken = _trouble is null;
            return isTaken ? open : null;
        }
        catch (Exception e) when (e is NpgsqlException or TimeoutException)
        {
            Fail(e);
            return null;
        }
        finally
        {
            if (!isTaken)
            {
                await open.DisposeAsync();
            }
        }
    }

    /// <summary>Nothing is read from it until it answers again.</summary>
    public void Fail(Exception why)
    {
        Behind = null;
        _trouble = $"does not answer ({why.Message})";
        Say();
        NpgsqlConnection.ClearPool(new NpgsqlConnection(connection));
    }

    /// <summary>The setting's role may not read there what the hub needs: nothing is read from it while this process runs.</summary>
    public void Refuse(string why)
    {
        _unfit = $"may not be read ({why}); give the role of its connection string the rights of the primary's, and start the hub again";
        Say();
    }

    /// <summary>Asks it whether it serves; what is amiss is said once, and so is its end.</summary>
    public async Task LookAsync(Position primary, CancellationToken cancellation)
    {
        await using var open = await OpenAsync(primary, cancellation);
        _looksBehind = Trouble == Lags ? _looksBehind + 1 : 0;
        // One look that comes a moment too early is no news.
        if (_looksBehind != 1)
        {
            Say();
        }
    }

    private static string NameOf(string connection) => new NpgsqlConnectionStringBuilder(connection) is var to ? $"{to.Host}:{to.Port}" : "";

    private async Task<string?> TroubleAsync(NpgsqlConnection open, Position needed, CancellationToken cancellation)
    {
        string? trouble = null;
        foreach (var pause in Patience)
        {
            await Task.Delay(pause, cancellation);
            trouble = await TroubleNowAsync(open, needed, cancellation);
            if (trouble is null)
            {
                break;
            }
        }

        return trouble;
    }

    private async Task<string?> TroubleNowAsync(NpgsqlConnection open, Position needed, CancellationToken cancellation)
    {
        var standing = await Standby.AskAsync(open, cancellation);
        Behind = standing.BehindOf(needed);
        return standing.TroubleWith(needed) ?? (Behind > 0 ? Lags : null);
    }

    private void Say()
    {
        lock (_saying)
        {
            if (Trouble is { } trouble && !_isSaid)
            {
                log.LogWarning("The replica {Replica} {Trouble}: pages are read from the primary meanwhile", Name, trouble);
            }
            else if (Serves && _isSaid)
            {
                log.LogWarning("Pages are read from the replica {Replica} again", Name);
            }

            _isSaid = !Serves;
        }
    }
}
