using EngagementHub.Core.Ui;
using EngagementHub.Core.Web;
using EngagementHub.Surveys.Questions;
using EngagementHub.Surveys.Surveys;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.Surveys.Pages.Surveys;

internal sealed class DraftModel(HubDb db) : PageModel
{
    private Survey? _survey;
    private List<Question> _all = [];

    [BindProperty(SupportsGet = true)]
    public Guid? Id { get; set; }

    [BindProperty]
    public string? Title { get; set; }

    [BindProperty]
    public string? Purpose { get; set; }

    [BindProperty]
    public string? Use { get; set; }

    [BindProperty]
    public DateOnly? FirstDay { get; set; }

    [BindProperty]
    public DateOnly? LastDay { get; set; }

    [BindProperty]
    public int Threshold { get; set; } = Survey.Fewest;

    [BindProperty]
    public int Floor { get; set; } = Survey.UsualFloor;

    [BindProperty]
    public IReadOnlyList<string> Questions { get; set; } = [];

    public IEnumerable<Choice> Choices => _all.Select(q => new Choice(q.Key, q.Newest.Text, q.Kind == QuestionKind.Words ? "In their own words" : q.Theme));

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        _survey = Id is null ? null : await db.Surveys.FirstOrDefaultAsync(s => s.Id == Id);
        if (Id is not null && _survey is null)
        {
            context.Result = NotFound();
            return;
        }

        _all = [.. (await db.SurveyQuestions.ToListAsync()).OrderBy(q => q.Kind).ThenBy(q => q.IndexItem ?? 99).ThenBy(q => q.Theme).ThenBy(q => q.Key)];
        await next();
    }

    public void OnGet()
    {
        if (_survey is { } survey)
        {
            (Title, Purpose, Use, FirstDay, LastDay, Threshold, Floor) = (survey.Title, survey.Purpose, survey.Use, survey.FirstDay, survey.LastDay, survey.Threshold, survey.Floor);
            Questions = [.. _all.Where(q => survey.Items.Any(i => i.Question == q.Id)).Select(q => q.Key)];
        }
    }

    public async Task<IActionResult> OnPostAsync()
    {
        var intent = new Intent(Title, Purpose, Use, FirstDay, LastDay, Threshold, Floor);
        List<Question> chosen = [.. _all.Where(q => Questions.Contains(q.Key))];
        if (!this.Accepts(() => intent.Checked(), () => Survey.Check(chosen)))
        {
            return Page();
        }

        if (_survey is null)
        {
            _survey = Survey.Draft(intent);
            db.Surveys.Add(_survey);
        }
        else
        {
            _survey.Intend(intent);
        }

        _survey.Choose(chosen);
        await db.SaveChangesAsync();
        this.Notify("The draft is saved. Next, say who is asked.", "Say who is asked", $"/surveys/{_survey.Id}/audience");
        return Redirect($"/surveys/{_survey.Id}");
    }
}
