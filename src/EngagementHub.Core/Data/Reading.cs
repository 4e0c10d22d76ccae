using System.Diagnostics;

namespace EngagementHub.Core.Data;

/// <summary>One reading: when it was begun, after which commits, and what was found.</summary>
internal sealed class Reading<TValue>(long edition)
{
    private readonly TaskCompletionSource<bool> _done = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly long _began = Stopwatch.GetTimestamp();

    public long Edition => edition;

    public TimeSpan Age => Stopwatch.GetElapsedTime(_began);

    public TValue Value { get; set; } = default!;

    public bool IsRead { get; set; }

    /// <summary>Who is to renew it.</summary>
    public OneOfMany Renews { get; } = new();

    /// <summary>Ends with whether something was read.</summary>
    public Task<bool> Done => _done.Task;

    public void End() => _done.TrySetResult(IsRead);
}
