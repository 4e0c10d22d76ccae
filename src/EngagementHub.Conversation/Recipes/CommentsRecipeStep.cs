using EngagementHub.Conversation.Codes;
using EngagementHub.Conversation.Comments;
using EngagementHub.Conversation.Discussions;
using EngagementHub.Conversation.Moderation;
using EngagementHub.Core.Time;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.Conversation.Recipes;

/// <summary>
/// <c>{ "name": "Comments", "DecidedBy": "moderator", "Discussions": [{ "On": "post", "Comments": [{ "Id": "c1", "Author": "tom", "Text": ["…"],
/// "Written": "2007-01-31T09:20:00Z", "Decision": "published", "DecidedAt": "…", "Redactions": [], "Replies": [] }] }] }</c>. A comment that is there already stays as it is.
/// </summary>
internal sealed class CommentsRecipeStep(HubDb db, IStaffDirectory directory, HoldRules rules) : IRecipeStep
{
    private CodeHistory _codes = new([]);

    public string Name => "Comments";

    public async Task ApplyAsync(RecipeStep step, CancellationToken cancellation)
    {
        _codes = await CodeHistory.LoadAsync(db, cancellation);
        foreach (var item in step.Body["Discussions"].Items())
        {
            var on = item["On"].Post();
            var discussion = await db.Discussions.FirstOrDefaultAsync(d => d.On == on, cancellation)
                ?? throw item["On"].Refuse($"no discussion is open on '{item["On"].Text()}'; put the post before its comments");
            foreach (var told in InOrder(item["Comments"].Items(), discussion.Zone))
            {
                await AddAsync(told, discussion, new RecipeRulings(directory, step.Body.Find("DecidedBy")), cancellation);
            }
        }
    }

    private static IEnumerable<Told> InOrder(IEnumerable<RecipeNode> comments, string zone) => comments
        .SelectMany(c => c.ItemsOf("Replies").Select(r => new Told(r, IdOf(c), WrittenAt(r, zone))).Prepend(new Told(c, null, WrittenAt(c, zone))))
        .OrderBy(t => t.At);

    private static Guid IdOf(RecipeNode comment) => StableId.From($"comment/{comment["Id"].Text()}");

    // A bare day becomes midday: on that day in every zone the hub is used in.
    private static DateTimeOffset WrittenAt(RecipeNode comment, string zone) =>
        comment["Written"] is var written && written.Text().Length == 10 ? written.Day().StartIn(zone).AddHours(12) : written.Instant();

    private async Task AddAsync(Told told, Discussion discussion, RecipeRulings rulings, CancellationToken cancellation)
    {
        var id = IdOf(told.Node);
        if (await db.Comments.AnyAsync(c => c.Id == id, cancellation))
        {
            return;
        }

        try
        {
            var code = _codes.MustBeInForceOn(discussion.DayOf(told.At));
            var draft = new Draft(told.Node["Text"].Text(), await SignatureAsync(told.Node, cancellation), told.ReplyTo) { Id = id };
            var comment = discussion.Receive(draft, discussion.TakeNumber(), code, told.At, rules);
            await rulings.ApplyAsync(comment, told.Node, code, cancellation);
            db.Comments.Add(comment);
        }
        catch (BrokenRuleException broken)
        {
            throw told.Node.Refuse(broken.Message);
        }
    }

    private async Task<Signature?> SignatureAsync(RecipeNode comment, CancellationToken cancellation)
    {
        var anonymous = comment.FlagOr("Anonymous", false);
        if (anonymous == comment.Find("Author") is not null)
        {
            throw comment.Refuse("a comment has either an 'Author' or \"Anonymous\": true");
        }

        return anonymous ? null : Signature.Of(await directory.NamedAsync(comment["Author"], cancellation));
    }

    private sealed record Told(RecipeNode Node, Guid? ReplyTo, DateTimeOffset At);
}
