using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;

namespace EngagementHub.Core.Data;

/// <summary>Where many hand something in at the same time. What comes together shares one commit, and each is answered only when their part is durable.</summary>
/// <remarks>One delivery at a time in a process: a flush of the disk then serves everybody who came while the one before was under way.</remarks>
/// <param name="scopes">Each delivery gets a scope, and with it a database, of its own.</param>
/// <param name="deliver">Takes what came together into the unit of work and saves it inside the transaction that is open; gives for each, in the same order, what its sender is told once it is committed. What that throws, the one sender hears.</param>
public sealed class SharedCommit<TItem, TResult>(IServiceScopeFactory scopes, Func<HubDb, IReadOnlyList<TItem>, Task<IReadOnlyList<Func<TResult>>>> deliver)
{
    private const int MostAtOnce = 200;

    private readonly ConcurrentQueue<Waiting> _waiting = new();
    private int _isBusy;

    /// <summary>Hands it in, and waits until it is durable.</summary>
    public async Task<TResult> ReceiveAsync(TItem item, CancellationToken cancellation = default)
    {
        var waiting = new Waiting(item);
        _waiting.Enqueue(waiting);
        if (Interlocked.CompareExchange(ref _isBusy, 1, 0) == 0)
        {
            Begin();
        }

        return await waiting.Answer.Task.WaitAsync(cancellation);
    }

    // Whoever happens to be first must not lend their request, and with it their name, to what others hand in.
    private void Begin()
    {
        using (ExecutionContext.SuppressFlow())
        {
            _ = Task.Run(EmptyAsync);
        }
    }

    private async Task EmptyAsync()
    {
        do
        {
            try
            {
                await EmptyOverOneLineAsync();
            }
            finally
            {
                // Whatever ends it, the next who comes begins anew.
                Volatile.Write(ref _isBusy, 0);
            }
        }
        while (!_waiting.IsEmpty && Interlocked.CompareExchange(ref _isBusy, 1, 0) == 0);
    }

    private async Task EmptyOverOneLineAsync()
    {
        await using var line = new DeliveryLine(scopes);
        while (Take() is { Count: > 0 } taken)
        {
            await DeliverAsync(taken, line);
            await line.DeliveredAsync();
        }
    }

    private List<Waiting> Take()
    {
        List<Waiting> taken = [];
        while (taken.Count < MostAtOnce && _waiting.TryDequeue(out var waiting))
        {
            taken.Add(waiting);
        }

        return taken;
    }

    // What fails for one of many is tried again for each alone, so that only the one it concerns is refused.
    private async Task DeliverAsync(List<Waiting> waiting, DeliveryLine line)
    {
        try
        {
            await DeliverTogetherAsync(waiting, line);
        }
        catch (Exception e)
        {
            await line.CutAsync();
            if (waiting.Count == 1)
            {
                // The one who waits is told; the others are served.
                waiting[0].Answer.TrySetException(e);
                return;
            }

            foreach (var one in waiting.Where(w => !w.Answer.Task.IsCompleted))
            {
                await DeliverAsync([one], line);
            }
        }
    }

    private async Task DeliverTogetherAsync(List<Waiting> waiting, DeliveryLine line)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<HubDb>();
        await line.LeadToAsync(db);
        await using var transaction = await db.Database.BeginTransactionAsync();
        var answers = await deliver(db, waiting.ConvertAll(w => w.Item));
        await transaction.CommitAsync();
        foreach (var (one, answer) in waiting.Zip(answers))
        {
            one.Hear(answer);
        }
    }

    private sealed record Waiting(TItem Item)
    {
        public TaskCompletionSource<TResult> Answer { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public void Hear(Func<TResult> answer)
        {
            try
            {
                Answer.TrySetResult(answer());
            }
            catch (Exception e)
            {
                Answer.TrySetException(e);
            }
        }
    }
}
