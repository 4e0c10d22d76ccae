using Microsoft.EntityFrameworkCore;

namespace EngagementHub.Surveys;

internal sealed class SurveysSubjects(HubDb db) : IDescribeSubject
{
    public bool Knows(string kind) => kind is SurveysModule.SurveyKind or SurveysModule.QuestionKind or SurveysModule.IndexKind;

    public async Task<SubjectCard?> DescribeAsync(SubjectRef subject, CancellationToken cancellation = default) => subject.Kind switch
    {
        SurveysModule.SurveyKind => await db.Surveys.Where(s => s.Id == subject.Id && s.OpenedAt != null).Select(s => new SubjectCard(s.Title, $"/surveys/{s.Id}")).FirstOrDefaultAsync(cancellation),
        SurveysModule.QuestionKind => await db.SurveyQuestions.AsNoTracking().FirstOrDefaultAsync(q => q.Id == subject.Id, cancellation) is { } question
            ? new SubjectCard(question.Newest.Text, $"/surveys/trends/{question.Key}")
            : null,
        _ => subject == SurveysModule.EngagementIndex ? new SubjectCard("Engagement index", $"/surveys/trends/{Results.Pulses.IndexKey}") : null,
    };
}
