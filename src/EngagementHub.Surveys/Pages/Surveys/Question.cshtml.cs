using EngagementHub.Core.Ui;
using EngagementHub.Surveys.Questions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.Surveys.Pages.Surveys;

internal sealed class QuestionModel(HubDb db, SurveyDesk desk) : PageModel
{
    private const string Add = "add";

    public static IReadOnlyList<Choice> Kinds { get; } = [new(nameof(QuestionKind.Agreement), "On five points of agreement"), new(nameof(QuestionKind.Words), "In words")];

    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public QuestionKind Kind { get; set; }

    [BindProperty]
    public string? Theme { get; set; }

    [BindProperty]
    public string? Text { get; set; }

    public Question? Known { get; private set; }

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var key = (string)RouteData.Values["key"]!;
        Known = key == Add ? null : await db.SurveyQuestions.FirstOrDefaultAsync(q => q.Key == key);
        if (Known is null && key != Add)
        {
            context.Result = NotFound();
            return;
        }

        await next();
    }

    public void OnGet()
    {
        // Everything was loaded before.
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (Known is { } known)
        {
            known.Word(Text, (desk.Me, desk.Now));
        }
        else
        {
            await AddAsync();
        }

        await db.SaveChangesAsync();
        this.Notify("The question is ready for the next pulse check.");
        return Redirect("/surveys/questions");
    }

    private async Task AddAsync()
    {
        var asked = Question.Ask(Name ?? "", Kind, Theme ?? "", Text ?? "", (desk.Me, desk.Now));
        if (asked.Key == Add || await db.SurveyQuestions.AnyAsync(q => q.Key == asked.Key))
        {
            throw new BrokenRuleException("There is a question of that name already", nameof(Name));
        }

        db.SurveyQuestions.Add(asked);
    }
}
