using EngagementHub.Conversation;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.Responses.Promises;

/// <summary>Who asked, by name, what a promise answers. Of those who asked without a name nothing is known here: their receipts show it.</summary>
internal sealed class Askers(HubDb db, IResponseScopes scopes, IConversation conversation)
{
    private readonly Dictionary<SubjectRef, Dictionary<Guid, StaffId>> _named = [];

    public async Task<IReadOnlyList<StaffId>> OfAsync(Promise promise, CancellationToken cancellation = default)
    {
        var asked = promise.MadeOn.Kind == ResponsesModule.AnswerKind
            ? await db.Questions.AsNoTracking().FirstOrDefaultAsync(q => q.Answers.Any(a => a.Id == promise.MadeOn.Id), cancellation)
            : null;
        if (asked is null)
        {
            return [];
        }

        var named = await NamedAsync(promise.Scope, cancellation);
        return [.. asked.Comments.Where(named.ContainsKey).Select(c => named[c]).Distinct()];
    }

    private async Task<Dictionary<Guid, StaffId>> NamedAsync(SubjectRef subject, CancellationToken cancellation)
    {
        if (!_named.TryGetValue(subject, out var known))
        {
            var scope = await scopes.FindAsync(subject, cancellation);
            var received = scope is null ? [] : await conversation.OutlineAsync(scope.Discussions, cancellation);
            _named[subject] = known = received.Where(c => c is { Author: not null, Standing: CommentStanding.Published }).ToDictionary(c => c.Id, c => c.Author!.Value);
        }

        return known;
    }
}
