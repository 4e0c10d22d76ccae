using EngagementHub.Surveys.Questions;
using EngagementHub.Surveys.Results;
using EngagementHub.Surveys.Surveys;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.Surveys.Pages.Surveys;

/// <summary>The terms of a pulse check.</summary>
internal sealed class ReadModel(HubDb db, SurveyDesk desk, ICurrentStaff staff) : SurveyPage(db, desk)
{
    public int Asked { get; private set; }

    /// <summary>Whether the reader has answered; nothing for somebody who is not asked.</summary>
    public bool? HasAnswered { get; private set; }

    /// <summary>For those who run it, in tens: a number that grows by one would tell who has just answered.</summary>
    public string? AnsweredSoFar { get; private set; }

    public bool MayModerate { get; private set; }

    public IReadOnlyList<(string Text, QuestionKind Kind)> Questions { get; private set; } = [];

    protected override async Task<IActionResult?> LoadAsync()
    {
        var sheet = await ResultSheet.ReadAsync(Db, Survey, HttpContext.RequestAborted);
        Questions = [.. Survey.Items.OrderBy(i => i.Number).Select(i => (sheet.TextOf(i), i.Kind))];
        Asked = Survey.OpenedAt is null ? await Db.Places.CountAsync(p => p.SurveyId == Id) : Survey.Asked;
        MayModerate = Desk.MeOrNone is not null && await staff.MayAsync(SurveysModule.Moderate);
        if (Desk.MeOrNone is { } me)
        {
            HasAnswered = await Db.Places.Where(p => p.SurveyId == Id && p.Who == me).Select(p => (bool?)p.HasAnswered).FirstOrDefaultAsync();
        }

        if (MayRun && State == SurveyState.Open)
        {
            var tens = await Db.Places.CountAsync(p => p.SurveyId == Id && p.HasAnswered) / 10 * 10;
            AnsweredSoFar = tens == 0 ? "fewer than 10" : $"{tens} or more";
        }

        return null;
    }
}
