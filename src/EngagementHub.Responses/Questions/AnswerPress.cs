using EngagementHub.Conversation;
using EngagementHub.Responses.Digests;
using EngagementHub.Responses.Promises;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.Responses.Questions;

/// <summary>Publishes an answer and the promises marked in it, with a digest or alone.</summary>
internal sealed class AnswerPress(HubDb db, PromiseNotices notices, AnswerNotices answered, IConversation conversation)
{
    public async Task PublishAsync(Question question, IEnumerable<Promise> promises, StaffId by, (DateTimeOffset At, DateOnly Today) when)
    {
        var answer = question.Ready ?? throw new BrokenRuleException("There is no answer that is ready to be published");
        question.Publish(when.At);
        foreach (var promise in promises.Where(p => p.MadeOn.Id == answer.Id && p.MadeAt is null))
        {
            promise.Make(by, when.At, when.Today);
            await notices.MadeAsync(promise, by);
        }
    }

    /// <summary>Readers have it now, and those who asked by name are told; the next digest holds it too.</summary>
    public async Task PublishAloneAsync(Question question, StaffId by, (DateTimeOffset At, DateOnly Today) when)
    {
        var on = new SubjectRef(ResponsesModule.AnswerKind, question.Ready?.Id ?? Guid.Empty);
        var promises = await db.Promises.Where(p => p.MadeOn == on).ToListAsync();
        await PublishAsync(question, promises, by, when);
        await answered.TellAsync(await conversation.FindAllAsync(question.Comments), [question], $"/responses/themes/{question.Theme}#question-{question.Id}", by);
    }
}
