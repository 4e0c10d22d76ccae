using EngagementHub.Responses.Boards;

namespace EngagementHub.Responses.Digests;

/// <summary>Whose words may stand in a digest: never an anonymous writer's where so few wrote that they could be known.</summary>
internal static class Quoting
{
    public static bool IsFair(Board board, Guid comment) =>
        board.Find(comment) is { CountedUnder: not null } placed && IsFair(board, placed, placed.CountedUnder.Value);

    public static bool IsFair(Board board, PlacedComment placed, Guid theme) =>
        placed.Themes.Contains(theme) && (placed.Comment.Author is not null || board.ShowsCount(theme));

    public static string WhyNot(Board board, Guid comment) => board.Find(comment) switch
    {
        null => "One of the quotations is not a comment of this conversation",
        { CountedUnder: null } placed => $"Comment #{placed.Comment.Number} is in no theme, or readers do not see it any more. Take its quotation out",
        var placed => $"Comment #{placed.Comment.Number} is anonymous and its theme has fewer than {Themes.Theme.FewestToCount} comments. Its writer could be known; take its quotation out",
    };
}
