using System.Globalization;
using EngagementHub.Conversation;
using EngagementHub.Responses.Themes;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.Responses.Boards;

/// <summary>Puts comments in their place, one or many at once, and never over what somebody else decided meanwhile.</summary>
internal sealed class Sorter(HubDb db)
{
    /// <param name="board">The board as it stands now.</param>
    /// <param name="scope">Its scope.</param>
    /// <param name="chosen">The comments with the version in which the person saw each.</param>
    /// <param name="place">Where they go.</param>
    /// <returns>The move, which can be taken back.</returns>
    public async Task<Guid> SortAsync(Board board, SubjectRef scope, IReadOnlyCollection<SeenComment> chosen, Action<Sorting, IReadOnlyList<Theme>> place)
    {
        if (chosen.Count == 0)
        {
            throw SeenComment.NoneChosen;
        }

        var themes = await db.Themes.AsNoTracking().Where(t => t.Scope == scope && t.MergedInto == null).ToListAsync();
        var sortings = await db.SortingsOf(chosen.Select(c => c.Comment)).ToDictionaryAsync(s => s.Comment);
        List<(Sorting Sorting, Placing? From)> placed = [];
        foreach (var seen in chosen)
        {
            RefuseWhenGone(board, seen);
            var sorting = Fresh(sortings.GetValueOrDefault(seen.Comment), seen, scope);
            placed.Add((sorting, sorting.Place));
            place(sorting, themes);
        }

        await using var all = db.Database.CurrentTransaction is null ? await db.Database.BeginTransactionAsync() : null;
        await RefuseWhenMergedAsync([.. placed.SelectMany(p => p.Sorting.Themes).Distinct()]);
        await SaveAsync();
        var move = db.Moves.Add(Move.Of(scope, [.. placed.Select(p => new MovedComment(p.Sorting.Comment, p.From, p.Sorting.Version))], placed[0].Sorting.SortedBy, placed[0].Sorting.SortedAt)).Entity;
        await db.SaveChangesAsync();
        await (all?.CommitAsync() ?? Task.CompletedTask);
        return move.Id;
    }

    private async Task RefuseWhenMergedAsync(IReadOnlyList<Guid> themes)
    {
        if (await HeldThemes.HoldAsync(db, themes) < themes.Count)
        {
            throw new BrokenRuleException("Somebody merged or deleted the theme while you were choosing. Nothing was changed. Look at the board as it is now and choose again", "Themes");
        }
    }

    private Sorting Fresh(Sorting? sorting, SeenComment seen, SubjectRef scope)
    {
        if (seen.Version != (sorting?.Version ?? SeenComment.Unsorted))
        {
            throw new BrokenRuleException("Somebody else sorted one of these comments while you were choosing. Nothing was changed. Look at the board as it is now and choose again", "Comments");
        }

        return sorting ?? db.Sortings.Add(Sorting.Of(scope, seen.Comment)).Entity;
    }

    private static void RefuseWhenGone(Board board, SeenComment seen)
    {
        var placed = board.Find(seen.Comment)
            ?? throw new BrokenRuleException("That comment is not in this conversation", "Comments");
        if (placed.Comment.Standing != CommentStanding.Published)
        {
            throw new BrokenRuleException($"Readers do not see comment #{placed.Comment.Number} now; a moderator decides about it", "Comments");
        }
    }

    // Two first sortings of one comment meet at the unique index: the second person is told, not shown a failure.
    private async Task SaveAsync()
    {
        try
        {
            await db.SaveChangesAsync();
        }
        catch (DbUpdateException e) when (e is not DbUpdateConcurrencyException && db.ChangeTracker.Entries<Sorting>().Any(s => s.State == EntityState.Added))
        {
            throw new DbUpdateConcurrencyException(e.Message, e);
        }
    }
}

/// <summary>A comment in the version in which it was seen, written <c>GUID:version</c> in a form.</summary>
internal sealed record SeenComment(Guid Comment, int Version)
{
    public const int Unsorted = -1;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Comment}:{Version}");

    /// <summary>Those that were chosen, each once; one at least.</summary>
    public static List<SeenComment> ParseAll(IEnumerable<string>? chosen) => (chosen ?? []).Select(Parse).DistinctBy(c => c.Comment).ToList() is { Count: > 0 } seen ? seen : throw NoneChosen;

    public static BrokenRuleException NoneChosen => new("Choose the comments to sort", "Comments");

    public static SeenComment Parse(string text)
    {
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        return colon > 0 && Guid.TryParse(text.AsSpan(0, colon), out var comment) && int.TryParse(text.AsSpan(colon + 1), CultureInfo.InvariantCulture, out var version)
            ? new SeenComment(comment, version)
            : throw new BrokenRuleException("Choose comments from the list", "Comments");
    }
}
