using EngagementHub.Surveys.Questions;
using EngagementHub.Surveys.Results;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.Surveys.Pages.Surveys;

/// <summary>One question, or the engagement index, over time, each wording by itself, with what it led to.</summary>
internal sealed class TrendModel(HubDb db) : PageModel
{
    public string Title { get; private set; } = "";

    /// <summary>What its figures count; nothing for a question in words.</summary>
    public string? Counted { get; private set; }

    public SubjectRef Subject { get; private set; }

    public IReadOnlyList<IGrouping<int, TrendLine>> Series { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string key)
    {
        var question = key == Pulses.IndexKey ? null : await db.SurveyQuestions.AsNoTracking().FirstOrDefaultAsync(q => q.Key == key);
        if (question is null && key != Pulses.IndexKey)
        {
            return NotFound();
        }

        var trend = new Trend(await ResultSheet.PublishedAsync(db, HttpContext.RequestAborted));
        Subject = question is null ? SurveysModule.EngagementIndex : new SubjectRef(SurveysModule.QuestionKind, question.Id);
        Title = question?.Newest.Text ?? "Engagement index";
        Counted = question is null ? "points of 100" : question.Kind == QuestionKind.Agreement ? "% who agree" : null;
        Series = question?.Kind == QuestionKind.Words ? trend.Of(question) : trend.Of(Subject, question is null ? "point" : "percentage point");
        return Page();
    }
}
