using EngagementHub.Core.Ui;
using EngagementHub.Responses.Boards;
using EngagementHub.Responses.Questions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.Responses.Pages.Responses;

internal sealed class BoardModel(ScopeDesk desk, BoardShelf boards, Sorter sorter, HubDb db) : SortersPage(desk)
{
    private const int PageSize = 50;

    [BindProperty]
    public List<string>? Comments { get; set; }

    [BindProperty]
    public string? To { get; set; }

    [BindProperty]
    public string? Where { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Show { get; set; }

    [BindProperty(SupportsGet = true, Name = "p")]
    public int PageNumber { get; set; } = 1;

    public Board Board { get; private set; } = null!;

    public IReadOnlyList<Question> Questions { get; private set; } = [];

    public IReadOnlyList<PlacedComment> Listed { get; private set; } = [];

    public IReadOnlyList<PlacedComment> Shown => [.. Listed.Skip((PageNumber - 1) * PageSize).Take(PageSize)];

    public int PageCount => Math.Max(1, (Listed.Count + PageSize - 1) / PageSize);

    public string ShownAs => Show switch
    {
        null or "" => "To sort",
        "all" => "All comments",
        "new" => "Since publication",
        _ => Board.Themes.FirstOrDefault(t => t.Id.ToString() == Show)?.Title ?? Destination.Words(Show),
    };

    public IEnumerable<SelectListItem> Places => Destination.Choices(Board.Themes);

    public async Task<IActionResult> OnPostAsync()
    {
        var destination = Destination.Parse(To, Where, Desk.Me, Desk.Now);
        var chosen = (Comments ?? []).Select(SeenComment.Parse).ToList();
        await sorter.SortAsync(Board, Scope.Subject, chosen, destination.Place);

        this.Notify($"{Core.Time.Say.Count(chosen.Count, "comment")} sorted. Only those who sort see the board; readers see the counts of the themes.");
        return Redirect(string.IsNullOrEmpty(Show) ? BoardUrl : $"{BoardUrl}?show={Uri.EscapeDataString(Show)}");
    }

    protected override async Task<bool> LoadAsync()
    {
        Board = await boards.OfAsync(Scope);
        Questions = await db.Questions.AsNoTracking().Where(q => q.Scope == Scope.Subject).ToListAsync();
        Listed = Show switch
        {
            null or "" => Board.ToSort,
            "all" => Board.Comments,
            "new" => Board.SincePublication,
            _ when Guid.TryParse(Show, out var theme) => Board.In(theme),
            _ => [.. Board.Comments.Where(c => string.Equals(c.Disposition?.ToString(), Show, StringComparison.OrdinalIgnoreCase))],
        };
        PageNumber = Math.Clamp(PageNumber, 1, PageCount);
        return true;
    }
}
