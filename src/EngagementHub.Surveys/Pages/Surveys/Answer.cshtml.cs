using EngagementHub.Core.Ui;
using EngagementHub.Surveys.Answers;
using EngagementHub.Surveys.Results;
using EngagementHub.Surveys.Surveys;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.Surveys.Pages.Surveys;

/// <summary>Answering. The session says that somebody may; what is handed on is the person for the list of those who have answered, and the answers for the sums.</summary>
internal sealed class AnswerModel(HubDb db, SurveyDesk desk, Answering answering) : SurveyPage(db, desk)
{
    public static IReadOnlyList<Choice> Points { get; } =
        [new("5", "Strongly agree"), new("4", "Agree"), new("3", "Neither agree nor disagree"), new("2", "Disagree"), new("1", "Strongly disagree")];

    /// <summary>What was chosen, by the number of the question. Read by the ballot, which judges it; kept here for the page.</summary>
    public Dictionary<int, string?> Marks { get; } = [];

    public Dictionary<int, string?> Words { get; } = [];

    public IReadOnlyList<(Item Item, string Text)> Questions { get; private set; } = [];

    /// <summary>Why the person cannot answer.</summary>
    public string? WhyNot { get; private set; }

    /// <summary>Whether a form was sent: what was typed stays on the page whatever became of it.</summary>
    public bool WasTyped => Microsoft.AspNetCore.Http.HttpMethods.IsPost(Request.Method);

    public async Task<IActionResult> OnPostAsync()
    {
        if (Ballot.Read(Survey, name => Request.Form[name], ModelState.AddModelError) is not { } ballot)
        {
            return Page();
        }

        await answering.SendAsync(ballot, HttpContext.RequestAborted);
        return Redirect(Answering.Done);
    }

    protected override async Task<IActionResult?> LoadAsync()
    {
        var me = Desk.Me;
        if (await Db.Places.AsNoTracking().FirstOrDefaultAsync(p => p.SurveyId == Id && p.Who == me) is not { } place)
        {
            return Forbid();
        }

        WhyNot = place.HasAnswered ? "You have answered already. Nobody can find your answers again, you neither" : Survey.WhyShut(Desk.Today);
        var sheet = await ResultSheet.ReadAsync(Db, Survey, HttpContext.RequestAborted);
        Questions = [.. Survey.Items.OrderBy(i => i.Number).Select(i => (i, sheet.TextOf(i)))];
        foreach (var (item, _) in Questions)
        {
            Marks[item.Number] = WasTyped ? (string?)Request.Form[Ballot.Name(Ballot.MarkField, item)] : null;
            Words[item.Number] = WasTyped ? (string?)Request.Form[Ballot.Name(Ballot.WordsField, item)] : null;
        }

        return null;
    }
}
