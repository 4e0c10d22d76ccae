using EngagementHub.Core.Ui;
using EngagementHub.Responses.Themes;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.Responses.Pages.Responses.Themes;

/// <summary>From what a pulse check asked to a theme that is answered with those of the comments.</summary>
internal sealed class BeginModel(HubDb db, ScopeDesk desk, ThemeOrigins origins, Subjects subjects) : PageModel
{
    private SubjectRef _thing;
    private IReadOnlyList<ResponseScope> _scopes = [];

    [BindProperty(SupportsGet = true)]
    public string? Of { get; set; }

    [BindProperty]
    public string? Title { get; set; }

    [BindProperty]
    public string? Where { get; set; }

    [BindProperty]
    public string? Words { get; set; }

    public SubjectCard Card { get; private set; } = null!;

    public IEnumerable<SelectListItem> Conversations => _scopes.Select(s => new SelectListItem(s.Title, s.Subject.ToString()));

    public void OnGet()
    {
        // Everything was loaded before.
    }

    public async Task<IActionResult> OnPostAsync()
    {
        BrokenRules.RefuseAll(() => Theme.Titled(Title), () => Chosen(), () => ThemeOrigin.Said(Words));
        var scope = Chosen();
        var theme = await ThemeAsync(scope.Subject);
        if (!await db.ThemeOrigins.AnyAsync(o => o.Theme == theme.Id && o.Thing == _thing))
        {
            db.ThemeOrigins.Add(ThemeOrigin.Of(theme, _thing, Words, (desk.Me, desk.Now)));
        }

        await db.SaveChangesAsync();
        this.Notify("The theme names what it came from, and readers see it with the others.", "Ask a question in it", $"/responses/themes/{theme.Id}/ask");
        return Redirect($"/responses/themes/{theme.Id}");
    }

    private ResponseScope Chosen() => _scopes.FirstOrDefault(s => s.Subject.ToString() == Where) ?? throw new BrokenRuleException("Choose the conversation in which it is answered", nameof(Where));

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        _scopes = await origins.SortableAsync(HttpContext.RequestAborted);
        if (_scopes.Count == 0)
        {
            context.Result = Forbid();
            return;
        }

        if (!SubjectRef.TryParse(Of, out _thing) || !ThemeOrigin.MayBe(_thing) || await subjects.DescribeAsync(_thing, HttpContext.RequestAborted) is not { } card)
        {
            context.Result = NotFound();
            return;
        }

        Card = card;
        await next();
    }

    private async Task<Theme> ThemeAsync(SubjectRef scope)
    {
        var there = await db.Themes.Where(t => t.Scope == scope && t.MergedInto == null).ToListAsync();
        var made = Theme.Make(scope, Title, there.Count, (desk.Me, desk.Now));
        return there.Find(t => string.Equals(t.Title, made.Title, StringComparison.OrdinalIgnoreCase)) ?? db.Themes.Add(made).Entity;
    }
}
