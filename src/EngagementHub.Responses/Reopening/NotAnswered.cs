using EngagementHub.Conversation;
using EngagementHub.Responses.Questions;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.Responses.Reopening;

/// <summary>Hears those who asked when they say that an answer does not answer it, each once, and reopens the question once when enough of them do.</summary>
internal sealed class NotAnswered(HubDb db, IConversation conversation, IResponseScopes scopes, ReopeningRule rule, INotify notify)
{
    public const string AlreadySaid = "You have said so already. Each person who asked is heard once";

    public async Task<bool> HasSaidAsync(Answer answer, ReceivedComment comment)
    {
        var mark = AskerVoice.MarkOf(answer.Id, comment);
        return await db.AskerVoices.AnyAsync(v => v.Answer == answer.Id && v.Mark == mark);
    }

    /// <summary>Which of those comments' writers have said so, of any of those answers, as marks.</summary>
    public async Task<IReadOnlySet<string>> SaidAsync(IEnumerable<(Answer Answer, ReceivedComment Comment)> of)
    {
        var marks = of.Select(o => AskerVoice.MarkOf(o.Answer.Id, o.Comment)).Distinct().ToArray();
        return marks.Length == 0 ? new HashSet<string>() : await db.AskerVoices.Where(v => EF.Parameter(marks).Contains(v.Mark)).Select(v => v.Mark).ToHashSetAsync();
    }

    /// <summary>Whether those who asked may say so of the answer readers have.</summary>
    public static bool IsOffered(Question question, DateTimeOffset at) =>
        question.CurrentAt(at) is { State: not AnswerState.Outstanding } && question.ReopenedAt is null;

    /// <summary>Adds the voice and saves; then counts, and reopens the question when the rule is reached.</summary>
    public async Task SayAsync(Question question, ReceivedComment comment, DateTimeOffset at)
    {
        if (comment.Standing != CommentStanding.Published || !question.Comments.Contains(comment.Id))
        {
            throw new BrokenRuleException("Only those whose comments are behind the question can say so");
        }

        if (!IsOffered(question, at))
        {
            throw new BrokenRuleException(question.ReopenedAt is null ? "This question has no answer yet" : "This question was reopened already; that happens once");
        }

        var answer = question.CurrentAt(at)!;
        if (await HasSaidAsync(answer, comment))
        {
            throw new BrokenRuleException(AlreadySaid);
        }

        db.AskerVoices.Add(AskerVoice.Of(answer.Id, comment));
        await SaveVoiceAsync();
        await ReopenIfReachedAsync(question, answer, at);
    }

    /// <summary>Takes the voice back, as long as it has not helped to reopen the question.</summary>
    public async Task TakeBackAsync(Question question, ReceivedComment comment, DateTimeOffset at)
    {
        if (question.ReopenedAt is not null)
        {
            throw new BrokenRuleException("This question was reopened already, and what was said stays");
        }

        var mark = question.CurrentAt(at) is { } answer ? AskerVoice.MarkOf(answer.Id, comment) : "";
        if (!question.Comments.Contains(comment.Id) || await db.AskerVoices.FirstOrDefaultAsync(v => v.Mark == mark) is not { } voice)
        {
            throw new BrokenRuleException("You have not said so, or have taken it back already");
        }

        db.AskerVoices.Remove(voice);
        await db.SaveChangesAsync();
    }

    private async Task SaveVoiceAsync()
    {
        try
        {
            await db.SaveChangesAsync();
        }
        catch (DbUpdateException twice) when (Duplicates.Caused(twice))
        {
            throw new BrokenRuleException(AlreadySaid);
        }
    }

    // Counted after the voice is stored: of two that come at once, at least one sees both.
    private async Task ReopenIfReachedAsync(Question question, Answer answer, DateTimeOffset at)
    {
        var scope = await scopes.FindAsync(question.Scope);
        var behind = (await conversation.FindAllAsync(question.Comments)).Where(c => c.Standing == CommentStanding.Published && scope?.Discussions.Contains(c.On) == true);
        var askers = behind.Select(c => AskerVoice.MarkOf(answer.Id, c)).ToHashSet();
        var voices = await db.AskerVoices.Where(v => v.Answer == answer.Id).Select(v => v.Mark).ToListAsync();
        if (!rule.IsReached(voices.Count(askers.Contains), askers.Count))
        {
            return;
        }

        question.Reopen(answer, at);
        await TellAsync(question, answer, scope!);
        await SaveReopenedAsync();
    }

    private async Task TellAsync(Question question, Answer answer, ResponseScope scope)
    {
        foreach (var (to, reason) in new[] { (question.Responder ?? answer.By, "You answered it"), (scope.Host, "It was asked while you hosted"), (scope.Owner, "You own the blog") }.DistinctBy(t => t.Item1))
        {
            await notify.TellAsync(to, new Notice(
                "A question is reopened", $"\"{question.Wording}\" Those who asked say that the answer does not answer it: {rule.InWords}. Please answer it again; that happens once.", $"/responses/questions/{question.Id}/answer", reason));
        }
    }

    private async Task SaveReopenedAsync()
    {
        try
        {
            await db.SaveChangesAsync();
        }
        catch (DbUpdateConcurrencyException)
        {
            // Another voice reopened it at this moment, or its answer was just written: the first is enough, and whoever writes has it in hand.
            db.ChangeTracker.Clear();
        }
    }
}
