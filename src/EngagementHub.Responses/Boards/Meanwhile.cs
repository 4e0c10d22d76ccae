using EngagementHub.Core.Time;

namespace EngagementHub.Responses.Boards;

/// <summary>What somebody else decided about a comment while a person was choosing.</summary>
internal sealed record Overtaken(PlacedComment Placed, string Words);

/// <summary>Tells the second of two people what the first did, so that they can choose.</summary>
internal sealed class Meanwhile(PeopleAndPlaces people, ScopeDesk desk)
{
    public async Task<IReadOnlyList<Overtaken>> OfAsync(Board board, IEnumerable<SeenComment> chosen)
    {
        var overtaken = chosen.Select(s => (Seen: s, Placed: board.Find(s.Comment))).Where(c => c.Placed is not null && c.Placed.SortingVersion != c.Seen.Version).Select(c => c.Placed!).ToList();
        await people.LearnAsync(overtaken.Select(p => p.Sorted?.By).OfType<StaffId>());
        return [.. overtaken.Select(p => new Overtaken(p, WordsOf(board, p)))];
    }

    private string WordsOf(Board board, PlacedComment placed)
    {
        if (placed.Sorted is not { } sorted)
        {
            return $"Comment #{placed.Comment.Number} was taken back: it is to be sorted again";
        }

        var who = sorted.By == desk.Me ? "You" : people.CardOf(sorted.By)?.Name ?? "A former member of staff";
        var where = placed.Themes.Count > 0 ? string.Join(" and ", placed.Themes.Select(t => board.Themes.FirstOrDefault(x => x.Id == t)?.Title)) : Destination.Words(placed.Disposition?.ToString());
        return $"{who} sorted comment #{placed.Comment.Number} into “{where}” at {Say.Moment(sorted.At, desk.Zone)}";
    }
}
