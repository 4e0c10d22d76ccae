using EngagementHub.Core.Time;
using EngagementHub.WorkingTime;

namespace EngagementHub.Responses.Questions;

/// <summary>What comes due about a question on a day, by the working calendar: a run that was missed is made up for, a reminder nobody needs any more is not.</summary>
internal static class QuestionDue
{
    private const int ToldHostAfter = 1;
    private const int ToldOwnerAfter = 3;

    public static IEnumerable<QuestionReminderKind> On(DateOnly today, DateOnly due, WorkingCalendar office)
    {
        if (today < due && today >= office.AddWorkingDays(due, -1))
        {
            yield return QuestionReminderKind.DayBefore;
        }

        if (today == due)
        {
            yield return QuestionReminderKind.OnTheDay;
        }

        if (today >= office.AddWorkingDays(due, ToldHostAfter))
        {
            yield return QuestionReminderKind.LateToHost;
        }

        if (today >= office.AddWorkingDays(due, ToldOwnerAfter))
        {
            yield return QuestionReminderKind.LateToOwner;
        }
    }

    /// <summary>Who is told: the responder while there is time, then those who run the blog.</summary>
    public static StaffId? To(this QuestionReminderKind kind, Question question, ResponseScope scope) => kind switch
    {
        QuestionReminderKind.LateToHost => scope.Host,
        QuestionReminderKind.LateToOwner => scope.Owner,
        _ when question.Draft is not null && !question.WaitsForClearance => null,
        _ => question.Responder ?? scope.Host,
    };

    public static Notice Notice(this QuestionReminderKind kind, Question question, DateOnly due, string responder)
    {
        var done = question.Ready is not null ? "The answer is written and waits to be published." : question.WaitsForClearance ? "The answer is written and waits for a second person to clear it." : "Nobody has written an answer yet.";
        return kind switch
        {
            QuestionReminderKind.DayBefore or QuestionReminderKind.OnTheDay => new(
                kind == QuestionReminderKind.OnTheDay ? "Your answer is due today" : $"Your answer is due on {Say.Day(due)}", $"\"{question.Wording}\" {done}", LinkOf(question), "You answer this question"),
            QuestionReminderKind.ResponderLeft => new(
                "A question came back to you", $"\"{question.Wording}\" was with {responder}, who no longer works here. It is yours until you give it to somebody else. {done}", LinkOf(question), "You run this conversation"),
            _ => new($"An answer is late since {Say.Day(due)}", $"\"{question.Wording}\" is with {responder}. {done}", LinkOf(question), kind == QuestionReminderKind.LateToOwner ? "You own the blog" : "You host this conversation"),
        };
    }

    private static string LinkOf(Question question) => $"/responses/questions/{question.Id}/answer";
}
