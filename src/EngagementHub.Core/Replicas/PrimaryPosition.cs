using EngagementHub.Core.Data;
using Npgsql;
using NpgsqlTypes;

namespace EngagementHub.Core.Replicas;

/// <summary>How far the primary has come: whoever has replayed its log to there has everything that was committed before it was asked.</summary>
/// <param name="Log">The place in the write-ahead log.</param>
/// <param name="Cluster">Which database cluster it is: places in another's log say nothing.</param>
/// <param name="Timeline">Which history of that cluster: after a failover the old one may go on elsewhere.</param>
internal sealed record Position(NpgsqlLogSequenceNumber Log, long Cluster, int Timeline);

/// <summary>Asks the primary for its position. Those who come while an answer is under way share the next one, so that a burst of pages is one question.</summary>
/// <remarks>Each is given an answer that was asked for after they came: it holds every commit acknowledged before that, whichever node or program made it.</remarks>
internal sealed class PrimaryPosition(Func<Task<Position>> ask)
{
    // What was acknowledged is in the flushed log, unless sessions are told not to wait for it.
    private const string Question = """
        SELECT CASE current_setting('synchronous_commit') WHEN 'off' THEN pg_current_wal_insert_lsn() ELSE pg_current_wal_flush_lsn() END,
               (SELECT system_identifier FROM pg_control_system()), ('x' || left(pg_walfile_name(pg_current_wal_lsn()), 8))::bit(32)::int
        """;

    private readonly Lock _lock = new();
    private TaskCompletionSource<Position>? _waiting;
    private bool _isAsking;

    public PrimaryPosition(string connection, DatabaseLines lines)
        : this(() => AskAsync(connection, lines))
    {
    }

    public Task<Position> AskAsync()
    {
        lock (_lock)
        {
            _waiting ??= new(TaskCreationOptions.RunContinuationsAsynchronously);
            var mine = _waiting.Task;
            if (!_isAsking)
            {
                _isAsking = true;
                _ = AnswerAllAsync();
            }

            return mine;
        }
    }

    private async Task AnswerAllAsync()
    {
        await Task.Yield();
        while (TakeWaiting() is { } waiting)
        {
            try
            {
                waiting.SetResult(await ask());
            }
            catch (Exception e)
            {
                // Whoever waits decides what it means.
                waiting.SetException(e);
            }
        }
    }

    private TaskCompletionSource<Position>? TakeWaiting()
    {
        lock (_lock)
        {
            var waiting = _waiting;
            _waiting = null;
            _isAsking = waiting is not null;
            return waiting;
        }
    }

    private static async Task<Position> AskAsync(string connection, DatabaseLines lines)
    {
        await using var open = await lines.OpenAsync(connection);
        await using var question = new NpgsqlCommand(Question, open);
        await using var answer = await question.ExecuteReaderAsync();
        await answer.ReadAsync();
        return new(answer.GetFieldValue<NpgsqlLogSequenceNumber>(0), answer.GetInt64(1), answer.GetInt32(2));
    }
}
