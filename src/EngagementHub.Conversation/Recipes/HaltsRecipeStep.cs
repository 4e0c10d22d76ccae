using EngagementHub.Conversation.Codes;
using EngagementHub.Conversation.Discussions;
using EngagementHub.Conversation.Moderation;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.Conversation.Recipes;

/// <summary>
/// <c>{ "name": "Halts", "Halts": [{ "On": "post", "By": "moderator", "At": "2007-10-09T12:30:00Z", "Clause": 1, "Reason": "…", "Until": "2007-10-12", "Queued": "wait" }] }</c>.
/// A halt of that instant that is there already stays as it is.
/// </summary>
internal sealed class HaltsRecipeStep(HubDb db, IStaffDirectory directory) : IRecipeStep
{
    public string Name => "Halts";

    public async Task ApplyAsync(RecipeStep step, CancellationToken cancellation)
    {
        var codes = await CodeHistory.LoadAsync(db, cancellation);
        foreach (var item in step.Body["Halts"].Items())
        {
            var (on, at) = (item["On"].Post(), item["At"].Instant());
            var discussion = await db.Discussions.FirstOrDefaultAsync(d => d.On == on, cancellation)
                ?? throw item["On"].Refuse($"no discussion is open on '{item["On"].Text()}'; put the post before its halts");
            if (!discussion.Halts.Any(h => h.At == at))
            {
                var by = await directory.NamedAsync(item["By"], cancellation);
                Halt(discussion, item, new Ruling(by.Id, at, IsHistory: true), codes);
            }
        }
    }

    private static void Halt(Discussion discussion, RecipeNode item, Ruling ruling, CodeHistory codes)
    {
        try
        {
            var code = codes.MustBeInForceOn(discussion.DayOf(ruling.At));
            discussion.Halt(ruling, new Grounds(code, code.Clause(item["Clause"].Number()), item["Reason"].Text(), item.Find("Until")?.Day(), Queued(item)));
        }
        catch (BrokenRuleException broken)
        {
            throw item.Refuse(broken.Message);
        }
    }

    private static QueuedWhileHalted Queued(RecipeNode item) => item.TextOr("Queued", "wait").ToLowerInvariant() switch
    {
        "wait" => QueuedWhileHalted.Wait,
        "decided" => QueuedWhileHalted.AreDecided,
        _ => throw item["Queued"].Refuse("what is queued does 'wait' or is 'decided'"),
    };
}
