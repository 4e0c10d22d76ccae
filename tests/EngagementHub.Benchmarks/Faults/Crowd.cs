using System.Globalization;

namespace EngagementHub.Benchmarks.Faults;

/// <summary>Many who write at the same time, each with a session of their own, a few comments a second.</summary>
internal sealed class Crowd : IDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    private readonly List<Writer> _writers;
    private readonly List<Task> _writing = [];
    private CancellationTokenSource _enough = new();

    private Crowd(List<Writer> writers) => _writers = writers;

    public IReadOnlyList<Writer> Writers => _writers;

    public IReadOnlyList<string> Acknowledged => [.. _writers.SelectMany(w => w.Acknowledged)];

    public IReadOnlyList<Try> Tries => [.. _writers.SelectMany(w => w.Tries)];

    public static async Task<Crowd> SignInAsync(string address, int count)
    {
        List<Writer> writers = [.. Enumerable.Range(0, count).Select(_ => new Writer(address))];
        foreach (var writer in writers)
        {
            await writer.SignInAsync();
        }

        return new Crowd(writers);
    }

    /// <summary>Lets all of them write until they are told that it is enough.</summary>
    public void Begin(int round)
    {
        _enough = new CancellationTokenSource();
        _writing.Clear();
        _writing.AddRange(_writers.Select((writer, who) => Task.Run(() => WriteAsync(writer, round, who, _enough.Token))));
    }

    /// <summary>Lets each finish the comment that is being written.</summary>
    public async Task EndAsync()
    {
        await _enough.CancelAsync();
        await Task.WhenAll(_writing);
    }

    /// <summary>What is wrong with what is kept of a round: nothing lost, nothing twice, no number missing, the database whole.</summary>
    public IReadOnlyList<string> Problems(CommentRows rows, int round)
    {
        var kept = rows.Texts(round);
        var lost = Acknowledged.Where(t => t.StartsWith($"Round {round} ", StringComparison.Ordinal)).Except(kept).Count();
        (bool IsWrong, string Words)[] all =
        [
            (kept.Count == 0, "nothing was written"), (lost > 0, $"{lost} acknowledged comments were lost"), (kept.Count != kept.Distinct().Count(), $"{kept.Count - kept.Distinct().Count()} are there twice"),
            (rows.Gaps() != 0, $"{rows.Gaps()} numbers are missing"), (!rows.IsWhole(), "the database is not whole"),
        ];
        return [.. all.Where(p => p.IsWrong).Select(p => p.Words)];
    }

    public void Dispose()
    {
        _writers.ForEach(w => w.Dispose());
        _enough.Dispose();
    }

    private static async Task WriteAsync(Writer writer, int round, int who, CancellationToken enough)
    {
        for (var i = 1; !enough.IsCancellationRequested; i++)
        {
            await writer.WriteAsync(string.Create(CultureInfo.InvariantCulture, $"Round {round} comment {who}-{i}"));
            await Task.Delay(Pause, enough).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }
}
