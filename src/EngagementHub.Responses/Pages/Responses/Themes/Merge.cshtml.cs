using EngagementHub.Core.Ui;
using EngagementHub.Responses.Boards;
using EngagementHub.Responses.Questions;
using EngagementHub.Responses.Themes;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace EngagementHub.Responses.Pages.Responses.Themes;

internal sealed class MergeModel(HubDb db, ScopeDesk desk) : ThemePage(db, desk)
{
    private List<Theme> _others = [];
    private List<Sorting> _sortings = [];
    private List<Question> _questions = [];
    private List<ThemeOrigin> _origins = [];

    [BindProperty]
    public Guid? Into { get; set; }

    public IEnumerable<SelectListItem> Others => _others.Select(t => new SelectListItem(t.Title, t.Id.ToString()));

    public bool IsEmpty => _sortings.Count == 0 && _questions.Count == 0;

    public async Task<IActionResult> OnPostAsync()
    {
        var into = _others.Find(t => t.Id == Into) ?? throw new BrokenRuleException("Choose the theme that takes the comments over", nameof(Into));
        await using var all = await HoldAsync([Theme.Id, into.Id]);
        Theme.MergeInto(into, Desk.Me, Desk.Now);
        _sortings.ForEach(s => s.Follow(Theme, into, Desk.Me, Desk.Now));
        _questions.ForEach(q => q.MoveTo(into, Desk.Me, Desk.Now));
        _origins.ForEach(o => o.Follow(into));
        await Db.SaveChangesAsync();
        await all.CommitAsync();

        this.Notify($"\"{Theme.Title}\" is part of \"{into.Title}\" now, for readers too.");
        return Redirect(BoardUrl);
    }

    public async Task<IActionResult> OnPostRemoveAsync()
    {
        await using var all = await HoldAsync([Theme.Id]);
        if (!IsEmpty)
        {
            throw new BrokenRuleException(
                _questions.Exists(q => q.Current is not null)
                    ? "Readers have answers in this theme, so it cannot be deleted. Merge it into another: its comments, questions and answers move there, and links to it lead on"
                    : "Comments or questions are in this theme. Merge it into another instead, or move them first",
                nameof(Into));
        }

        Theme.Remove(Desk.Me, Desk.Now);
        Db.Themes.Remove(Theme);
        Db.ThemeOrigins.RemoveRange(_origins);
        await Db.SaveChangesAsync();
        await all.CommitAsync();

        this.Notify($"The theme \"{Theme.Title}\" is deleted. It was empty.");
        return Redirect(BoardUrl);
    }

    protected override async Task<bool> LoadAsync()
    {
        var scope = Scope.Subject;
        _others = await Db.Themes.Where(t => t.Scope == scope && t.Id != Id && t.MergedInto == null).OrderBy(t => t.Place).ToListAsync();
        await FindContentsAsync(Db.Sortings.AsNoTracking(), Db.Questions.AsNoTracking());
        return true;
    }

    // What somebody sorted into it or asked of it until this moment comes along too.
    private async Task<IDbContextTransaction> HoldAsync(IReadOnlyCollection<Guid> themes)
    {
        var all = await Db.Database.BeginTransactionAsync(HttpContext.RequestAborted);
        await HeldThemes.HoldAsync(Db, themes, HttpContext.RequestAborted);
        await FindContentsAsync(Db.Sortings, Db.Questions);
        _origins = await Db.ThemeOrigins.Where(o => o.Theme == Id).ToListAsync(HttpContext.RequestAborted);
        return all;
    }

    private async Task FindContentsAsync(IQueryable<Sorting> sortings, IQueryable<Question> questions)
    {
        var scope = Scope.Subject;
        _sortings = [.. (await sortings.Where(s => s.Scope == scope).ToListAsync(HttpContext.RequestAborted)).Where(s => s.Themes.Contains(Id))];
        _questions = await questions.Where(q => q.Theme == Id).ToListAsync(HttpContext.RequestAborted);
    }
}
