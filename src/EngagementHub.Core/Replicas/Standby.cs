using Npgsql;
using NpgsqlTypes;

namespace EngagementHub.Core.Replicas;

/// <summary>What a server says of itself that is to be read in the primary's place.</summary>
/// <param name="IsStandby">Whether it replays another server's log.</param>
/// <param name="Replayed">How far.</param>
/// <param name="Cluster">Which database cluster it is.</param>
/// <param name="Timeline">Which history of that cluster, as its last restart point has it.</param>
internal sealed record Standby(bool IsStandby, NpgsqlLogSequenceNumber Replayed, long Cluster, int Timeline)
{
    // The session may write nothing even where the server would let it, as after a promotion that nobody told us of.
    private const string Question = """
        SELECT set_config('default_transaction_read_only', 'on', false), pg_is_in_recovery(), COALESCE(pg_last_wal_replay_lsn(), '0/0'::pg_lsn),
               (SELECT system_identifier FROM pg_control_system()), (SELECT timeline_id FROM pg_control_checkpoint())
        """;

    public static async Task<Standby> AskAsync(NpgsqlConnection open, CancellationToken cancellation)
    {
        await using var question = new NpgsqlCommand(Question, open);
        await using var answer = await question.ExecuteReaderAsync(cancellation);
        await answer.ReadAsync(cancellation);
        return new(answer.GetBoolean(1), answer.GetFieldValue<NpgsqlLogSequenceNumber>(2), answer.GetInt64(3), answer.GetInt32(4));
    }

    /// <summary>Why it is not to be read in that primary's place, however far it has come; or nothing.</summary>
    /// <remarks>Its own record of the timeline follows at its next restart point, minutes after a failover: until then it is not trusted.</remarks>
    public string? TroubleWith(Position primary) =>
        !IsStandby ? "is no standby"
        : Cluster != primary.Cluster || Timeline != primary.Timeline ? "does not follow this primary"
        : null;

    /// <summary>How many bytes of that primary's log it has not replayed; nothing where the log is not the same.</summary>
    public ulong? BehindOf(Position primary) =>
        TroubleWith(primary) is not null ? null
        : Replayed >= primary.Log ? 0
        : (ulong)primary.Log - (ulong)Replayed;
}
