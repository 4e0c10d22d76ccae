using EngagementHub.Conversation.Codes;
using EngagementHub.Conversation.Comments;
using EngagementHub.Conversation.Discussions;
using EngagementHub.Core.Time;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.Conversation.Moderation;

/// <summary>One comment as it lies before a moderator: with its discussion, the code it was written under, and who else is reading it.</summary>
internal sealed record OpenCase(Comment Comment, Discussion Discussion, CodeVersion Code, Claim? Claim, string? ClaimedBy, Impartiality Impartiality)
{
    /// <summary>Why this moderator cannot decide it now, or nothing.</summary>
    public string? WhyNot(Ruling ruling) =>
        Impartiality.WhyNot(Comment)
        ?? Discussion.KeepsQueued(Comment, ruling.At)
        ?? WhyClaimed(ruling);

    public void MustLetDecide(Ruling ruling)
    {
        if (WhyNot(ruling) is { } why)
        {
            throw new BrokenRuleException(why);
        }
    }

    /// <summary>Words can be struck also while the discussion is halted: a telephone number does not wait.</summary>
    public void MustLetRedact(Ruling ruling)
    {
        if ((Impartiality.WhyNot(Comment) ?? WhyClaimed(ruling)) is { } why)
        {
            throw new BrokenRuleException(why);
        }
    }

    private string? WhyClaimed(Ruling ruling) => Claim?.KeepsFrom(ruling.By, ruling.At) == true
        ? $"{ClaimedBy} is reading comment #{Comment.Number} until {Say.Time(Claim.Until, Discussion.Zone)}. Take it over from its history if it cannot wait"
        : null;
}

/// <summary>Where a moderator takes up one comment.</summary>
internal sealed class Desk(HubDb db, ICurrentStaff staff, IStaffDirectory directory, TimeProvider clock)
{
    public Ruling Ruling => new(staff.Id, clock.GetUtcNow());

    public async Task<OpenCase?> OpenAsync(Guid id, bool withDecisions = false)
    {
        var comments = withDecisions ? db.Comments.Include(c => c.Decisions) : db.Comments.AsQueryable();
        if (await comments.FirstOrDefaultAsync(c => c.Id == id) is not { } comment)
        {
            return null;
        }

        var claim = await db.Claims.FirstOrDefaultAsync(c => c.Id == id);
        return new OpenCase(
            comment,
            await db.Discussions.SingleAsync(d => d.Id == comment.DiscussionId),
            (await CodeHistory.LoadAsync(db)).Of(comment.CodeVersionId),
            claim,
            claim is null ? null : (await directory.FindAsync(claim.By))?.Name ?? "Somebody who has left",
            await Impartiality.LoadAsync(db, staff, [comment]));
    }

    public Task<string> OvertakenAsync(OpenCase seen) => Overtaken.SayAsync(db, directory, seen.Comment, seen.Discussion.Zone);

    /// <summary>Moderators other than the one at the desk, to be handed a comment or asked.</summary>
    public async Task<IReadOnlyList<StaffCard>> ColleaguesAsync() =>
        [.. (await directory.HoldingAsync(ConversationModule.Moderate)).Where(m => m.Id != staff.Id)];
}
