using Microsoft.EntityFrameworkCore;

namespace EngagementHub.Responses.Boards;

/// <summary>Takes the last move of a person back, except where somebody has sorted a comment again since.</summary>
internal sealed class Mover(HubDb db)
{
    /// <summary>The person's last move in the scope that is not taken back yet.</summary>
    public Task<Move?> LastAsync(SubjectRef scope, StaffId by) =>
        db.Moves.Where(m => m.Scope == scope && m.By == by).OrderByDescending(m => m.At).ThenByDescending(m => m.Id).FirstOrDefaultAsync(m => m.UndoneAt == null);

    /// <returns>How many went back, of how many.</returns>
    public async Task<(int Back, int Of)> UndoAsync(Move move, StaffId by, DateTimeOffset at)
    {
        move.Undo(by, at);
        var scope = move.Scope;
        var (moved, back) = (move.Comments, 0);
        var sortings = await db.SortingsOf(moved.Select(c => c.Comment)).ToDictionaryAsync(s => s.Comment);
        var themes = await db.Themes.Where(t => t.Scope == scope && t.MergedInto == null).Select(t => t.Id).ToHashSetAsync();
        foreach (var comment in moved)
        {
            if (sortings.GetValueOrDefault(comment.Comment) is { } sorting && sorting.Version == comment.Version && (comment.From?.Themes ?? []).All(themes.Contains))
            {
                PutBack(sorting, comment.From, by, at);
                back++;
            }
        }

        await db.SaveChangesAsync();
        return (back, moved.Count);
    }

    private void PutBack(Sorting sorting, Placing? from, StaffId by, DateTimeOffset at)
    {
        if (from is null)
        {
            sorting.TakeBack(by, at);
            db.Sortings.Remove(sorting);
            return;
        }

        sorting.Restore(from, by, at);
    }
}
