using EngagementHub.Core.Ui;
using EngagementHub.Responses.Boards;
using Microsoft.AspNetCore.Mvc;

namespace EngagementHub.Responses.Pages.Responses;

internal sealed class SortModel(ScopeDesk desk, BoardShelf boards, Sorter sorter, Meanwhile meanwhile) : SortersPage(desk)
{
    private const string InThemes = nameof(Disposition.InTheme);

    [BindProperty(SupportsGet = true)]
    public Guid Comment { get; set; }

    [BindProperty]
    public int Seen { get; set; } = SeenComment.Unsorted;

    [BindProperty]
    public string Place { get; set; } = InThemes;

    [BindProperty]
    public List<string>? Themes { get; set; }

    [BindProperty]
    public string? Where { get; set; }

    public Board Board { get; private set; } = null!;

    public PlacedComment? Placed { get; private set; }

    public IEnumerable<Choice> ThemeChoices => Board.Themes.Select(t => new Choice(t.Id.ToString(), t.Title));

    public IEnumerable<Choice> Places { get; } =
    [
        new(InThemes, "In the themes chosen above", "It is counted under the first"),
        new(nameof(Disposition.NotAQuestion), "Not a question"),
        new(nameof(Disposition.Redirected), "Personal, redirected", "Say below where the person was sent"),
        new(nameof(Disposition.Outstanding), "Outstanding", "To be answered later, in no theme yet"),
    ];

    public IActionResult OnGet()
    {
        Seen = Placed!.SortingVersion;
        Themes = [.. Placed.Themes.Select(t => t.ToString())];
        Where = Placed.Where;
        Place = Placed.Disposition?.ToString() ?? InThemes;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        await RefuseOvertakenAsync();
        Action<Sorting, IReadOnlyList<EngagementHub.Responses.Themes.Theme>> place = Place == InThemes
            ? (s, all) => s.Into([.. all.Where(t => Themes?.Contains(t.Id.ToString()) == true).OrderBy(t => t.Place)], Desk.Me, Desk.Now)
            : Destination.Parse(Place, Where, Desk.Me, Desk.Now).Place;
        await sorter.SortAsync(Board, Scope.Subject, [new SeenComment(Comment, Seen)], place);

        this.Notify($"Comment #{Placed!.Comment.Number} is sorted.", "Take it back", $"{BoardUrl}/undo");
        return Redirect(BoardUrl);
    }

    protected override async Task<bool> LoadAsync()
    {
        Board = await boards.OfAsync(Scope);
        Placed = Board.Find(Comment) is { } found ? (await boards.ReadAsync([found]))[0] : null;
        return Placed is not null;
    }

    private async Task RefuseOvertakenAsync()
    {
        if ((await meanwhile.OfAsync(Board, [new SeenComment(Comment, Seen)])).FirstOrDefault() is { } overtaken)
        {
            Seen = Placed!.SortingVersion;
            throw new BrokenRuleException($"{overtaken.Words} while you were choosing. Nothing was changed. Sort it again if you still want to");
        }
    }
}
