using EngagementHub.Responses.Promises;
using EngagementHub.Responses.Questions;
using EngagementHub.Responses.Slots;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.Responses.Handover;

/// <summary>The open questions and promises of a period, and who has them next.</summary>
internal sealed class HandoverItems(HubDb db, IResponseScopes scopes, ReaderThemes themes, ScopeDesk desk) : IHandoverItems
{
    public async Task<IReadOnlyList<HandoverItem>> LeftOpenAsync(SubjectRef period, CancellationToken cancellation = default)
    {
        var questions = await db.Questions.AsNoTracking().Where(q => q.Scope == period).OrderBy(q => q.AskedAt).ToListAsync(cancellation);
        var promises = await db.Promises.AsNoTracking().Where(p => p.Scope == period && p.MadeAt != null).OrderBy(p => p.Due).ToListAsync(cancellation);
        return [.. questions.Select(Of).Concat(promises.Select(Of)).Where(i => i.IsOpen)];
    }

    public async Task<IReadOnlyDictionary<SubjectRef, HandoverItem>> ReadAsync(IReadOnlyCollection<SubjectRef> items, CancellationToken cancellation = default)
    {
        var (questions, promises) = (IdsOf(items, ResponsesModule.QuestionKind), IdsOf(items, ResponsesModule.PromiseKind));
        var asked = await db.Questions.AsNoTracking().Where(q => questions.Contains(q.Id)).ToListAsync(cancellation);
        var made = await db.Promises.AsNoTracking().Where(p => promises.Contains(p.Id) && p.MadeAt != null).ToListAsync(cancellation);
        return asked.Select(Of).Concat(made.Select(Of)).ToDictionary(i => i.Subject);
    }

    public async Task<IReadOnlyList<HandoverTheme>> ThemesAsync(SubjectRef period, CancellationToken cancellation = default) =>
        await scopes.FindAsync(period, cancellation) is { } scope
            ? [.. (await themes.OfAsync(scope)).OrderByDescending(t => t.Count ?? 0).Select(t => new HandoverTheme(t.Title, t.Url, t.Count, t.Word))]
            : [];

    public async Task DecideAsync(HandoverDecision decision, CancellationToken cancellation = default)
    {
        if (decision.Item.Kind == ResponsesModule.PromiseKind)
        {
            var promise = await db.Promises.FirstOrDefaultAsync(p => p.Id == decision.Item.Id && p.MadeAt != null, cancellation) ?? throw Gone();
            RefuseSettled(Of(promise));
            await HandAsync(decision, promise.Scope, to => promise.HandTo(to, decision.By, decision.At), cancellation);
        }
        else
        {
            var question = await db.Questions.FirstOrDefaultAsync(q => q.Id == decision.Item.Id, cancellation) ?? throw Gone();
            RefuseSettled(Of(question));
            await HandAsync(decision, question.Scope, to => question.HandTo(to, decision.By, decision.At), cancellation);
        }
    }

    public async Task RecallAsync(HandoverDecision decision, CancellationToken cancellation = default)
    {
        if (!await db.Handings.AnyAsync(h => h.Item == decision.Item && h.At == decision.At, cancellation))
        {
            db.Handings.Add(Handing.Of(decision));
        }
    }

    // What the next host declines goes back to the blog's owner. What the owner declines stays with who had it: it must not fall between two chairs.
    private async Task HandAsync(HandoverDecision decision, SubjectRef scope, Action<StaffId> hand, CancellationToken cancellation)
    {
        var owner = (await scopes.FindAsync(scope, cancellation))?.Owner;
        var to = decision.Because is null ? decision.By : owner == decision.By || owner == decision.From ? null : owner;
        if (to is { } holder)
        {
            hand(holder);
        }

        db.Handings.Add(Handing.Of(decision, decision.Because is null ? null : to));
    }

    private static void RefuseSettled(HandoverItem item)
    {
        if (!item.IsOpen)
        {
            throw new BrokenRuleException($"There is nothing left to do about “{item.Text}”: {char.ToLowerInvariant(item.State[0])}{item.State[1..]}");
        }
    }

    private static BrokenRuleException Gone() => new("This question or promise is not there any more");

    private static List<Guid> IdsOf(IEnumerable<SubjectRef> items, string kind) => [.. items.Where(i => i.Kind == kind).Select(i => i.Id)];

    private HandoverItem Of(Question question) => new(
        new(ResponsesModule.QuestionKind, question.Id), HandoverKind.Question, question.Wording, question.Responder, question.Due ?? question.CurrentAt(desk.Now)?.Until,
        $"/responses/themes/{question.Theme}#question-{question.Id}", question.CurrentAt(desk.Now) is null or { State: AnswerState.Outstanding } || question.IsReopenedAt(desk.Now),
        question.CurrentAt(desk.Now)?.State switch
        {
            null => "Not answered yet",
            _ when question.IsReopenedAt(desk.Now) => "Reopened",
            AnswerState.Answered => "Answered",
            AnswerState.Redirected => "Redirected",
            AnswerState.WillNot => "We will not",
            _ => "Answered in part",
        });

    private HandoverItem Of(Promise promise) => new(
        new(ResponsesModule.PromiseKind, promise.Id), HandoverKind.Promise, promise.What, promise.Owner, promise.Due, $"/promises/{promise.Id}", promise.StandingAt(desk.Now, desk.Today) is PromiseStanding.Open or PromiseStanding.Late, promise.StandingAt(desk.Now, desk.Today).ToString());
}
