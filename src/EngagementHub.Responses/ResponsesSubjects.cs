using Microsoft.EntityFrameworkCore;

namespace EngagementHub.Responses;

internal sealed class ResponsesSubjects(HubDb db) : IDescribeSubject
{
    public bool Knows(string kind) => kind is ResponsesModule.ThemeKind or ResponsesModule.QuestionKind or ResponsesModule.AnswerKind or ResponsesModule.PromiseKind;

    public async Task<SubjectCard?> DescribeAsync(SubjectRef subject, CancellationToken cancellation = default) => subject.Kind switch
    {
        ResponsesModule.ThemeKind => await db.Themes.Where(t => t.Id == subject.Id).Select(t => new SubjectCard(t.Title, $"/responses/themes/{t.Id}")).FirstOrDefaultAsync(cancellation),
        ResponsesModule.PromiseKind => await db.Promises.Where(p => p.Id == subject.Id && p.MadeAt != null).Select(p => new SubjectCard(p.What, $"/promises/{p.Id}")).FirstOrDefaultAsync(cancellation),
        _ => await db.Questions.Where(q => q.Id == subject.Id || q.Answers.Any(a => a.Id == subject.Id))
            .Select(q => new SubjectCard(q.Wording, $"/responses/themes/{q.Theme}")).FirstOrDefaultAsync(cancellation),
    };
}
