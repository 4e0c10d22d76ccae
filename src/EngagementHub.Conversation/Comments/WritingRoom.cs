using EngagementHub.Conversation.Codes;
using EngagementHub.Conversation.Discussions;
using EngagementHub.Conversation.Pauses;
using EngagementHub.Conversation.Signposts;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.Conversation.Comments;

/// <summary>What the page must know of a discussion before a comment is handed in, read once for all who write in the same second.</summary>
/// <remarks>It only spares a writer a refusal: the delivery looks at terms, halts, pauses and the code again in the transaction that keeps the comment. What would refuse is read anew before it does.</remarks>
internal sealed class WritingRoom(HubDb db, SignpostBook signposts, RoomReadings kept)
{
    public async Task<Discussion?> DiscussionAsync(SubjectRef on)
    {
        Task<Discussion?> ReadAsync() => db.Discussions.AsNoTracking().AsSingleQuery().FirstOrDefaultAsync(d => d.On == on);
        return await kept.Discussions.GetAsync(on, ReadAsync) ?? await ReadAsync();
    }

    /// <summary>The comment that is answered, where readers see it in this discussion.</summary>
    public Task<Comment?> AnsweredAsync(Discussion discussion, Guid id) =>
        db.Comments.AsNoTracking().FirstOrDefaultAsync(c => c.Id == id && c.DiscussionId == discussion.Id && c.Standing == CommentStanding.Published);

    public async Task<string?> WhyShutAsync(Discussion discussion, DateTimeOffset at, Guid? thread)
    {
        var today = discussion.DayOf(at);
        var pauses = await kept.Pauses.GetAsync(today, () => db.PausesOnAsync(today));
        return discussion.WhyShut(at, thread) ?? discussion.WhyPaused(pauses, at);
    }

    public async Task<CodeConsent> ConsentAsync(StaffId? who, DateOnly today)
    {
        if (who is not { } writer)
        {
            return await CodeConsent.LoadAsync(db, who, today);
        }

        var codes = await kept.Codes.GetAsync("", () => CodeHistory.LoadAsync(db));
        var consent = CodeConsent.Of(codes, await kept.Accepted.GetAsync(writer, () => CodeConsent.AcceptedAsync(db, who)), today);
        // Accepted a moment ago on another node: nobody is asked twice.
        return consent.IsMissing || consent.Code is null ? await CodeConsent.LoadAsync(db, who, today) : consent;
    }

    public async Task<IReadOnlyList<Signpost>> SignpostsAsync(string text) =>
        await signposts.ForAsync(text, await kept.Signposts.GetAsync("", () => signposts.AllAsync()));

    public async Task<IReadOnlyList<Signpost>> SignpostsNotPassedAsync(string text, string? passed) =>
        SignpostBook.NotPassed(await SignpostsAsync(text), passed);
}

/// <summary>The readings that writers share.</summary>
internal sealed class RoomReadings(Editions editions)
{
    public Kept<SubjectRef, Discussion?> Discussions { get; } = new(editions, typeof(Discussion), typeof(Halt));

    public Kept<DateOnly, List<Pause>> Pauses { get; } = new(editions, typeof(Pause));

    public Kept<string, CodeHistory> Codes { get; } = new(editions, typeof(CodeVersion));

    public Kept<StaffId, IReadOnlyCollection<Guid>> Accepted { get; } = new(editions, typeof(Acceptance));

    public Kept<string, IReadOnlyList<Signpost>> Signposts { get; } = new(editions, typeof(SignpostVersion));
}
