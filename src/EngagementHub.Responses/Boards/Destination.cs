using EngagementHub.Responses.Themes;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace EngagementHub.Responses.Boards;

/// <summary>Where chosen comments go: a theme, or one of the places beside them.</summary>
internal sealed record Destination(Action<Sorting, IReadOnlyList<Theme>> Place)
{
    public static IEnumerable<SelectListItem> Choices(IEnumerable<Theme> themes) =>
    [
        .. themes.Select(t => new SelectListItem(t.Title, t.Id.ToString())),
        new(Words(nameof(Disposition.NotAQuestion)), nameof(Disposition.NotAQuestion)),
        new("Personal, redirected (say where below)", nameof(Disposition.Redirected)),
        new(Words(nameof(Disposition.Outstanding)), nameof(Disposition.Outstanding)),
    ];

    public static string Words(string? disposition) => disposition?.ToUpperInvariant() switch
    {
        "NOTAQUESTION" => "Not a question",
        "REDIRECTED" => "Personal, redirected",
        "OUTSTANDING" => "Outstanding",
        "DECLINED" => "Declined by a moderator",
        "WITHDRAWN" => "Withdrawn by the author",
        "WITHMODERATOR" => "With a moderator",
        _ => "To sort",
    };

    public static Destination Parse(string? to, string? where, StaffId by, DateTimeOffset at) => to switch
    {
        nameof(Disposition.NotAQuestion) => new((s, _) => s.IsNotAQuestion(by, at)),
        nameof(Disposition.Redirected) when Sorting.CheckedWhere(where) is { } stated => new((s, _) => s.Redirect(stated, by, at)),
        nameof(Disposition.Outstanding) => new((s, _) => s.StaysOutstanding(by, at)),
        _ when Guid.TryParse(to, out var theme) => new((s, themes) => s.Into(Chosen(s, themes, theme), by, at)),
        _ => throw new BrokenRuleException("Choose where the comments go", "To"),
    };

    // A comment that has themes keeps them: another theme is added behind, so that it stays counted where it was.
    private static List<Theme> Chosen(Sorting sorting, IReadOnlyList<Theme> themes, Guid added) =>
        [.. sorting.Themes.Append(added).Distinct().Select(id => themes.FirstOrDefault(t => t.Id == id)).OfType<Theme>()];
}
