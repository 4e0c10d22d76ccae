using System.Globalization;
using EngagementHub.Responses.Boards;

namespace EngagementHub.Responses.Digests;

/// <summary>Up to which comment of each discussion a person saw the preview. What arrives later belongs to the next digest, so that a busy conversation can be published at all.</summary>
internal static class SeenUntil
{
    public static string Of(Board board) => string.Join(';', board.Comments.GroupBy(c => c.Comment.On)
        .Select(d => string.Create(CultureInfo.InvariantCulture, $"{d.Key.Id}={d.Max(c => c.Comment.Number)}")).Order(StringComparer.Ordinal));

    public static Board Only(Board board, string? seen)
    {
        if (seen is null)
        {
            return board;
        }

        var until = seen.Split(';', StringSplitOptions.RemoveEmptyEntries).Select(p => p.Split('=')).Where(p => p.Length == 2 && Guid.TryParse(p[0], out _) && int.TryParse(p[1], CultureInfo.InvariantCulture, out _))
            .DistinctBy(p => p[0]).ToDictionary(p => Guid.Parse(p[0]), p => int.Parse(p[1], CultureInfo.InvariantCulture));
        return board.Only(c => until.TryGetValue(c.Comment.On.Id, out var last) && c.Comment.Number <= last);
    }
}
