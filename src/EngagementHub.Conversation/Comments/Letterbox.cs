using System.Collections.Concurrent;
using EngagementHub.Conversation.Moderation;
using Microsoft.Extensions.DependencyInjection;

namespace EngagementHub.Conversation.Comments;

/// <summary>Where comments are handed in. Those that come at the same time share one commit; each is answered only when its row is durable.</summary>
/// <remarks>One delivery at a time in a process: a flush of the disk then serves everybody who came while the one before was under way.</remarks>
internal sealed class Letterbox(IServiceScopeFactory scopes, HoldRules rules, TimeProvider clock)
{
    private const int MostAtOnce = 200;

    private readonly ConcurrentQueue<Letter> _waiting = new();
    private int _isBusy;

    public async Task<Comment> ReceiveAsync(Guid discussionId, Draft draft, CancellationToken cancellation = default)
    {
        var letter = new Letter(discussionId, draft);
        _waiting.Enqueue(letter);
        if (Interlocked.CompareExchange(ref _isBusy, 1, 0) == 0)
        {
            Begin();
        }

        return await letter.Answer.WaitAsync(cancellation);
    }

    // Whoever happens to be first must not lend their request, and with it their name, to the letters of others.
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
            while (Take() is { Count: > 0 } letters)
            {
                await DeliverAsync(letters);
            }

            Volatile.Write(ref _isBusy, 0);
        }
        while (!_waiting.IsEmpty && Interlocked.CompareExchange(ref _isBusy, 1, 0) == 0);
    }

    private List<Letter> Take()
    {
        List<Letter> taken = [];
        while (taken.Count < MostAtOnce && _waiting.TryDequeue(out var letter))
        {
            taken.Add(letter);
        }

        return taken;
    }

    // What fails for one of many is tried again for each alone, so that only the one it concerns is refused.
    private async Task DeliverAsync(List<Letter> letters)
    {
        try
        {
            await DeliverTogetherAsync(letters);
        }
        catch (Exception) when (letters.Count > 1)
        {
            foreach (var letter in letters.Where(l => !l.Answer.IsCompleted))
            {
                await DeliverAsync([letter]);
            }
        }
        catch (Exception e)
        {
            // The writer who waits for this letter is told; the letterbox goes on.
            letters[0].Refuse(e);
        }
    }

    private async Task DeliverTogetherAsync(List<Letter> letters)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<HubDb>();
        await using var transaction = await db.Database.BeginTransactionAsync();
        var delivery = await Delivery.PrepareAsync(db, letters, rules, clock.GetUtcNow());
        var answers = letters.ConvertAll(delivery.Answer);
        await delivery.SaveAsync();
        await transaction.CommitAsync();
        answers.ForEach(a => a());
    }
}

/// <summary>A draft on its way, and who waits to hear of it.</summary>
internal sealed record Letter(Guid DiscussionId, Draft Draft)
{
    private readonly TaskCompletionSource<Comment> _answer = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task<Comment> Answer => _answer.Task;

    public void Accept(Comment comment) => _answer.TrySetResult(comment);

    public void Refuse(Exception why) => _answer.TrySetException(why);
}
