using EngagementHub.Core.Time;
using EngagementHub.Surveys.Surveys;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.Surveys.Reminders;

/// <summary>Writes the reminder at the moment it would leave, and only to somebody who has not answered by then and hears of pulse checks by mail at once. Whoever reads of them once a day, or on the site only, finds what waits on the page of pulse checks.</summary>
internal sealed class ReminderLetters(HubDb db, IStaffDirectory directory, IMailChoices choices, SurveyDesk desk) : IWriteLetters
{
    public const string Kind = "surveys.reminder";

    public bool Knows(string kind) => kind == Kind;

    public bool IsDiscreet(string kind) => kind == Kind;

    public async Task<Letter?> WriteAsync(SubjectRef letter, string secret, string site, DateTimeOffset now, CancellationToken cancellation = default)
    {
        var (id, who) = (Guid.Parse(secret), new StaffId(letter.Id));
        var survey = await db.Surveys.AsNoTracking().FirstOrDefaultAsync(s => s.Id == id, cancellation);
        var waits = await db.Places.AnyAsync(p => p.SurveyId == id && p.Who == who && !p.HasAnswered, cancellation) && await choices.TakesAtOnceAsync(who, SurveysModule.AskedNews, cancellation);
        var person = await directory.FindAsync(who, cancellation);
        return survey?.StateOn(desk.DayOf(now)) == SurveyState.Open && waits && person is { IsActive: true, Mail: { Length: > 0 } mail } ? Write(survey, mail, site) with { Headers = choices.StopHeaders(who, SurveysModule.AskedNews) } : null;
    }

    private static Letter Write(Survey survey, string mail, string site) => new(
        mail,
        $"Until {Say.Day(survey.LastDay)}: {survey.Title}",
        $"The pulse check “{survey.Title}” can be answered until {Say.Day(survey.LastDay)}: {Say.Count(survey.Items.Count, "question")}, less than two minutes.\n\n{site}/surveys/{survey.Id}\n\n"
            + "You receive this because you are among the people it asks. The hub does not keep a record of whom it reminded, and nobody can see what anybody answered.\n"
            + $"Choose how you are told: {site}/notifications/preferences\n",
        null);
}
