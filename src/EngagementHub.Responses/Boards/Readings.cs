using Microsoft.EntityFrameworkCore;

namespace EngagementHub.Responses.Boards;

/// <summary>Keeps who read which comments first.</summary>
internal sealed class Readings(HubDb db)
{
    /// <returns>How many nobody had read before.</returns>
    public async Task<int> MarkAsync(Board board, SubjectRef scope, IReadOnlyCollection<SeenComment> chosen, StaffId by, DateTimeOffset at)
    {
        if (chosen.Count == 0)
        {
            throw new BrokenRuleException("Choose the comments that you have read", "Comments");
        }

        var unread = chosen.Select(c => board.Find(c.Comment)).OfType<PlacedComment>().Where(c => !c.WasRead).ToList();
        db.CommentReadings.AddRange(unread.Select(c => CommentReading.Mark(scope, c.Comment.Id, by, at)));
        try
        {
            await db.SaveChangesAsync();
        }
        catch (DbUpdateException e) when (Duplicates.Caused(e))
        {
            // Somebody else marked one of them at the same moment: it is read, which is all that was wanted.
            db.ChangeTracker.Clear();
            return await MarkAgainAsync(scope, unread, by, at);
        }

        return unread.Count;
    }

    private async Task<int> MarkAgainAsync(SubjectRef scope, List<PlacedComment> unread, StaffId by, DateTimeOffset at)
    {
        var read = await db.CommentReadings.Where(r => r.Scope == scope).Select(r => r.Comment).ToHashSetAsync();
        var left = unread.Where(c => !read.Contains(c.Comment.Id)).ToList();
        db.CommentReadings.AddRange(left.Select(c => CommentReading.Mark(scope, c.Comment.Id, by, at)));
        await db.SaveChangesAsync();
        return left.Count;
    }
}
