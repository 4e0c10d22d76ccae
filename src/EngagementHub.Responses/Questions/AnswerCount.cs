using Microsoft.EntityFrameworkCore;

namespace EngagementHub.Responses.Questions;

/// <summary>Answers that were published, as work that takes time. Who wrote them is not asked.</summary>
internal sealed class AnswerCount(HubDb db) : ICountWork
{
    public async Task<WorkCount> CountAsync(DateTimeOffset from, DateTimeOffset until, CancellationToken cancellation = default) =>
        new("Answers", "published answers", await db.Set<Answer>().LongCountAsync(a => a.PublishedAt >= from && a.PublishedAt < until, cancellation));
}
