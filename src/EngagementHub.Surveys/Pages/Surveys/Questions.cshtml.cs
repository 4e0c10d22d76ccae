using EngagementHub.Surveys.Questions;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.Surveys.Pages.Surveys;

internal sealed class QuestionsModel(HubDb db) : PageModel
{
    public IReadOnlyList<Question> All { get; private set; } = [];

    public async Task OnGetAsync() => All = [.. (await db.SurveyQuestions.AsNoTracking().ToListAsync()).OrderBy(q => q.Theme).ThenBy(q => q.IndexItem).ThenBy(q => q.Key)];
}
