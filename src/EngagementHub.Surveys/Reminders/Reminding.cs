using EngagementHub.Core.Jobs;
using EngagementHub.Core.Time;
using EngagementHub.Surveys.Surveys;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.Surveys.Reminders;

/// <summary>Tells everybody who is asked on the first day, and two days before the last reminds those who have not answered. For the reminder a letter to everybody waits in the outbox; whether it leaves is decided when it is written, and nothing says afterwards which did.</summary>
internal sealed class Reminding(HubDb db, INotify notify, IOutbox outbox, SurveyDesk desk) : IJob
{
    public const string JobName = "surveys.reminders";
    private const int DaysBefore = 2;
    private const int Together = 500;

    public string Name => JobName;

    public TimeSpan Every => TimeSpan.FromMinutes(15);

    public async Task RunAsync(DateTimeOffset now, CancellationToken cancellation)
    {
        var today = desk.DayOf(now);
        foreach (var survey in await db.Surveys.Where(s => s.OpenedAt != null && s.FirstDay <= today && s.LastDay >= today).ToListAsync(cancellation))
        {
            await InviteAsync(survey, cancellation);
            await RemindAsync(survey, today, now, cancellation);
        }
    }

    // In portions, each remembered with its notices: a job that is stopped goes on where it was.
    private async Task InviteAsync(Survey survey, CancellationToken cancellation)
    {
        while (survey.Told < survey.Asked)
        {
            var next = await db.Places.Where(p => p.SurveyId == survey.Id).OrderBy(p => p.Who).Skip(survey.Told).Take(Together).Select(p => p.Who).ToListAsync(cancellation);
            foreach (var who in next)
            {
                await notify.TellAsync(who, Asked(survey), cancellation);
            }

            survey.Tell(next.Count);
            await db.SaveChangesAsync(cancellation);
        }
    }

    private async Task RemindAsync(Survey survey, DateOnly today, DateTimeOffset now, CancellationToken cancellation)
    {
        if (survey.IsReminded || today < survey.LastDay.AddDays(-DaysBefore) || today == survey.FirstDay)
        {
            return;
        }

        foreach (var who in await db.Places.Where(p => p.SurveyId == survey.Id).Select(p => p.Who).ToListAsync(cancellation))
        {
            outbox.Queue(new QueuedLetter(new SubjectRef(ReminderLetters.Kind, who.Value), new SubjectRef(SurveysModule.SurveyKind, survey.Id), $"{survey.Id}"), now);
        }

        survey.Remind();
        await db.SaveChangesAsync(cancellation);
    }

    private static Notice Asked(Survey survey) => new(
        $"Pulse check: {survey.Title}",
        $"{Say.Count(survey.Items.Count, "question")}, until {Say.Day(survey.LastDay)}. {survey.Purpose} What will be done with the answers: {survey.Use} Nobody can see what you answered.",
        $"/surveys/{survey.Id}",
        "You are among the people it asks")
    { Kind = SurveysModule.AskedNews };
}
