using System.Security.Cryptography;
using System.Text;

namespace EngagementHub.Responses.Boards;

/// <summary>Which comments of a board a person looks at.</summary>
/// <param name="Show">Nothing for those to sort, <c>all</c>, <c>new</c>, a theme or a disposition.</param>
/// <param name="Post">One post of several.</param>
/// <param name="Words">Words that stand in the comment or its writer's name.</param>
/// <param name="Unread">Whether only those that nobody has read.</param>
internal sealed record BoardFilter(string? Show, Guid? Post, string? Words, bool Unread)
{
    public bool IsOn => Post is not null || !string.IsNullOrWhiteSpace(Words) || Unread;

    /// <summary>The same for an address.</summary>
    public string Query => string.Concat(new[] { ("show", Show), ("post", Post?.ToString()), ("words", Words), ("unread", Unread ? "true" : null) }
        .Where(p => !string.IsNullOrEmpty(p.Item2)).Select((p, i) => $"{(i == 0 ? '?' : '&')}{p.Item1}={Uri.EscapeDataString(p.Item2!)}"));

    public IReadOnlyList<PlacedComment> Of(Board board) =>
    [
        .. Listed(board).Where(c => (Post is null || c.Comment.On.Id == Post) && (!Unread || !c.WasRead)
            && (string.IsNullOrWhiteSpace(Words) || Has(c.Comment.Text) || Has(c.Comment.AuthorLabel) || $"#{c.Comment.Number}" == Words.Trim())),
    ];

    public string Title(Board board) => Show switch
    {
        null or "" => "To sort",
        "all" => "All comments",
        "new" => "Since publication",
        _ => board.Themes.FirstOrDefault(t => t.Id.ToString() == Show)?.Title ?? Destination.Words(Show),
    };

    /// <summary>A mark of a whole list as it was seen, so that all of it can be moved at once and nothing that came later.</summary>
    public static string MarkOf(IEnumerable<SeenComment> list) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join(' ', list))))[..16];

    private IEnumerable<PlacedComment> Listed(Board board) => Show switch
    {
        null or "" => board.ToSort,
        "all" => board.Comments,
        "new" => board.SincePublication,
        _ when Guid.TryParse(Show, out var theme) => board.In(theme),
        _ => board.Comments.Where(c => string.Equals(c.Disposition?.ToString(), Show, StringComparison.OrdinalIgnoreCase)),
    };

    private bool Has(string text) => text.Contains(Words!.Trim(), StringComparison.CurrentCultureIgnoreCase);
}
