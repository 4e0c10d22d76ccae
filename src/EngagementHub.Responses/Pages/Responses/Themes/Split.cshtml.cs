using EngagementHub.Core.Time;
using EngagementHub.Core.Ui;
using EngagementHub.Responses.Boards;
using EngagementHub.Responses.Questions;
using EngagementHub.Responses.Themes;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.Responses.Pages.Responses.Themes;

internal sealed class SplitModel(HubDb db, ScopeDesk desk, BoardShelf boards) : ThemePage(db, desk)
{
    [BindProperty]
    public string? Title { get; set; }

    [BindProperty]
    public List<string>? Comments { get; set; }

    [BindProperty]
    public List<string>? Asked { get; set; }

    public IReadOnlyList<PlacedComment> InTheme { get; private set; } = [];

    public IReadOnlyList<Question> Questions { get; private set; } = [];

    public IEnumerable<Choice> CommentChoices => InTheme.Select(c => new Choice(c.Comment.Id.ToString(), c.Comment.Name, c.Comment.Text));

    public IEnumerable<Choice> QuestionChoices => Questions.Select(q => new Choice(q.Id.ToString(), q.Wording));

    public async Task<IActionResult> OnPostAsync()
    {
        var chosen = InTheme.Select(c => c.Comment.Id).Where(c => Comments?.Contains(c.ToString()) == true).ToHashSet();
        BrokenRules.RefuseAll(() => Theme.Titled(Title), () => RefuseUnlessPart(chosen.Count));
        await using var all = await Db.Database.BeginTransactionAsync(HttpContext.RequestAborted);
        await HeldThemes.HoldAsync(Db, [Theme.Id], HttpContext.RequestAborted);
        var part = Theme.Split(Title, Desk.Me, Desk.Now);
        await ThemeNames.RefuseTwiceAsync(Db, part);
        Db.Themes.Add(part);
        await MoveAsync(chosen, part);
        await Db.SaveChangesAsync();
        await all.CommitAsync();

        this.Notify($"“{part.Title}” is a theme of its own with {Say.Count(chosen.Count, "comment")}, for readers too. “{Theme.Title}” keeps the others.");
        return Redirect(BoardUrl);
    }

    protected override async Task<bool> LoadAsync()
    {
        InTheme = await boards.ReadAsync((await boards.OfAsync(Scope)).In(Theme.Id));
        Questions = await Db.Questions.Where(q => q.Theme == Id).OrderBy(q => q.AskedAt).ToListAsync();
        return true;
    }

    private void RefuseUnlessPart(int chosen)
    {
        if (chosen == 0)
        {
            throw new BrokenRuleException("Choose the comments that go into the new theme", nameof(Comments));
        }

        if (chosen == InTheme.Count)
        {
            throw new BrokenRuleException("Leave at least one comment where it is. To give all of them another name, rename the theme", nameof(Comments));
        }
    }

    private async Task MoveAsync(HashSet<Guid> chosen, Theme part)
    {
        foreach (var sorting in await Db.SortingsOf(chosen).ToListAsync())
        {
            sorting.Follow(Theme, part, Desk.Me, Desk.Now);
        }

        foreach (var question in Questions.Where(q => Asked?.Contains(q.Id.ToString()) == true))
        {
            question.MoveTo(part, Desk.Me, Desk.Now);
        }
    }
}
