using EngagementHub.Responses.Questions;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.Responses.Promises;

/// <summary>Where a promise can be marked and by whom: an answer by its writer, a post or answer by who sorts its scope, anything by who settles promises.</summary>
internal sealed class Pledging(HubDb db, ScopeDesk desk, IResponseScopes scopes, ICurrentStaff staff)
{
    public async Task<PledgePlace?> FindAsync(SubjectRef on)
    {
        if (on.Kind != ResponsesModule.AnswerKind)
        {
            var scope = await scopes.OfPostAsync(on);
            return scope is null ? null : new PledgePlace(on, scope.Subject, null, null);
        }

        var question = await db.Questions.FirstOrDefaultAsync(q => q.Answers.Any(a => a.Id == on.Id));
        return question is null ? null : new PledgePlace(on, question.Scope, question, question.Answers.Single(a => a.Id == on.Id));
    }

    public async Task<bool> MayMarkAsync(PledgePlace place) =>
        await desk.MaySortAsync(place.Scope)
        || await staff.MayAsync(ResponsesModule.SettlePromises)
        || (place.Answer?.By == desk.Me && await desk.MayAnswerAsync(place.Scope));
}

/// <summary>What a promise is marked on.</summary>
internal sealed record PledgePlace(SubjectRef On, SubjectRef Scope, Question? Question, Answer? Answer)
{
    public bool IsPublished => Answer is null or { PublishedAt: not null };
}
