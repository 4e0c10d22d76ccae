using EngagementHub.Core.Jobs;
using EngagementHub.WorkingTime;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.Responses.Questions;

/// <summary>Reminds of answers that come due, tells those who run a blog what is late, and gives back what somebody left behind who went. What was sent is a row beside the notice, in the same save.</summary>
internal sealed class QuestionReminders(HubDb db, INotify notify, PeopleAndPlaces people, IOfficeCalendar office, ScopeDesk desk) : IJob
{
    public const string JobName = "responses.question-reminders";

    public string Name => JobName;

    public TimeSpan Every => TimeSpan.FromMinutes(15);

    public async Task RunAsync(DateTimeOffset now, CancellationToken cancellation)
    {
        var given = await db.Questions.AsNoTracking().Where(q => q.Responder != null || q.Due != null).OrderBy(q => q.AskedAt).ToListAsync(cancellation);
        var open = given.Where(q => !q.IsAnswered).ToList();
        await people.LearnAsync(open.Select(q => q.Responder).OfType<StaffId>(), cancellation);
        foreach (var question in open)
        {
            await LookAfterAsync(question.Id, now, cancellation);
        }
    }

    private async Task LookAfterAsync(Guid id, DateTimeOffset now, CancellationToken cancellation)
    {
        var question = await db.Questions.FirstAsync(q => q.Id == id, cancellation);
        if (await desk.FindAsync(question.Scope) is { } scope)
        {
            await PutBackAsync(question, scope, now, cancellation);
            await RemindAsync(question, scope, now, cancellation);
            await db.SaveOnceAsync(cancellation);
        }
    }

    private async Task PutBackAsync(Question question, ResponseScope scope, DateTimeOffset now, CancellationToken cancellation)
    {
        if (question.Responder is not { } gone || people.CardOf(gone) is not { IsActive: false } card)
        {
            return;
        }

        await people.LearnAsync([scope.Host, scope.Owner], cancellation);
        StaffId? to = new[] { scope.Host, scope.Owner }.Where(p => people.CardOf(p)?.IsActive == true).Select(p => (StaffId?)p).FirstOrDefault();
        question.PutBackTo(to, now);
        if (to is { } host)
        {
            db.QuestionReminders.Add(QuestionReminder.Sent(question, QuestionReminderKind.ResponderLeft, desk.DayOf(now), (host, now)));
            await notify.TellAsync(host, QuestionReminderKind.ResponderLeft.Notice(question, default, card.Name), cancellation);
        }
    }

    private async Task RemindAsync(Question question, ResponseScope scope, DateTimeOffset now, CancellationToken cancellation)
    {
        if (question.ExpectedBy is not { } due)
        {
            return;
        }

        var id = question.Id;
        var sent = await db.QuestionReminders.AsNoTracking().Where(r => r.Question == id && r.Of == due).ToListAsync(cancellation);
        foreach (var kind in QuestionDue.On(desk.DayOf(now), due, await office.GetAsync(cancellation)))
        {
            if (kind.To(question, scope) is { } to && !sent.Exists(r => r.Kind == kind))
            {
                db.QuestionReminders.Add(QuestionReminder.Sent(question, kind, due, (to, now)));
                await notify.TellAsync(to, kind.Notice(question, due, question.Responder is { } who ? people.CardOf(who)?.Name ?? "a former member of staff" : "nobody yet"), cancellation);
            }
        }
    }
}
