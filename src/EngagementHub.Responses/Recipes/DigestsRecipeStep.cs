using EngagementHub.Conversation;
using EngagementHub.Responses.Boards;
using EngagementHub.Responses.Digests;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.Responses.Recipes;

/// <summary>
/// An existing post is the digest of a scope:
/// <c>{ "name": "Digests", "Digests": [{ "Key": "d1", "Period": "hr-2007", "Post": "post-9", "Kind": "digest", "By": "head-of-hr", "PublishedAt": "…Z", "Since": ["c45"] }] }</c>.
/// </summary>
internal sealed class DigestsRecipeStep(HubDb db, RecipeNames names, IConversation conversation, PeopleAndPlaces places, ScopeDesk desk) : IRecipeStep
{
    public string Name => "Digests";

    public async Task ApplyAsync(RecipeStep step, CancellationToken cancellation)
    {
        foreach (var item in step.Body["Digests"].Items())
        {
            var id = RecipeNames.Digest(item["Key"]);
            if (!await db.Digests.AnyAsync(d => d.Id == id, cancellation))
            {
                db.Digests.Add(await LinkAsync(item, id, cancellation));
            }
        }
    }

    private async Task<Digest> LinkAsync(RecipeNode item, Guid id, CancellationToken cancellation)
    {
        var scope = await names.ScopeAsync(item, "On");
        var (by, at) = await names.ActAsync(item, "By", "PublishedAt");
        var post = new SubjectRef(RecipeNames.Post, StableId.From(item["Post"].Text()));
        var card = await places.DescribeAsync(post, cancellation) ?? throw item["Post"].Refuse($"there is no post '{item["Post"].Text()}'; the content step must come before");
        var board = await BoardThenAsync(item, scope, at, cancellation);
        return RecipeNames.Saying(item, () =>
        {
            var digest = Digest.Begin(scope.Subject, by, id);
            digest.Compose(card.Title, item.TextOr("Standfirst", card.Title), KindOf(item) == "round-up");
            digest.Publish(board, (post, card.Url), by, at);
            return digest;
        });
    }

    private async Task<Board> BoardThenAsync(RecipeNode item, ResponseScope scope, DateTimeOffset at, CancellationToken cancellation)
    {
        var since = item.ItemsOf("Since").Select(RecipeNames.Comment).ToHashSet();
        var received = await conversation.OutlineAsync(scope.Discussions, cancellation);
        var themes = await db.Themes.AsNoTracking().Where(t => t.Scope == scope.Subject).ToListAsync(cancellation);
        var sortings = await db.Sortings.AsNoTracking().Where(s => s.Scope == scope.Subject).ToListAsync(cancellation);
        var day = desk.DayOf(at);
        return Board.Of(themes, received.Where(c => c.Day <= day && !since.Contains(c.Id)), sortings);
    }

    private static string KindOf(RecipeNode item) => item.TextOr("Kind", "digest") is "digest" or "round-up"
        ? item.TextOr("Kind", "digest")
        : throw item["Kind"].Refuse("a digest is of kind digest or round-up");
}
