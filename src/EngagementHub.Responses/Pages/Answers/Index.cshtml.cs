using EngagementHub.Responses.Slots;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.Responses.Pages.Answers;

internal sealed class IndexModel(HubDb db, IResponseScopes scopes, ReaderQuestions readers, ScopeDesk desk) : PageModel
{
    private const int PageSize = 20;

    [BindProperty(SupportsGet = true, Name = "p")]
    public int PageNumber { get; set; } = 1;

    public int PageCount { get; private set; }

    public IReadOnlyList<(ResponseScope? Scope, IReadOnlyList<ReaderQuestion> Questions)> Groups { get; private set; } = [];

    public async Task OnGetAsync()
    {
        var now = desk.Now;
        var answered = db.Questions.AsNoTracking().Where(q => q.Answers.Any(a => a.PublishedAt <= now));
        PageCount = Math.Max(1, (await answered.CountAsync() + PageSize - 1) / PageSize);
        PageNumber = Math.Clamp(PageNumber, 1, PageCount);
        var shown = await answered.OrderByDescending(q => q.Answers.Where(a => a.PublishedAt <= now).Max(a => a.PublishedAt)).ThenBy(q => q.Id)
            .Skip((PageNumber - 1) * PageSize).Take(PageSize).ToListAsync();
        var known = (await scopes.AllAsync()).ToDictionary(s => s.Subject);
        Groups = [.. (await readers.OfAsync(shown)).GroupBy(q => q.Scope).Select(g => (known.GetValueOrDefault(g.Key), (IReadOnlyList<ReaderQuestion>)[.. g]))];
    }
}
