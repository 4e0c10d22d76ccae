using EngagementHub.Conversation.Codes;
using EngagementHub.Conversation.Comments;
using EngagementHub.Conversation.Moderation;

namespace EngagementHub.Conversation.Recipes;

/// <summary>What a recipe says was decided about a comment.</summary>
internal sealed class RecipeRulings(IStaffDirectory directory, RecipeNode? usualModerator)
{
    public async Task ApplyAsync(Comment comment, RecipeNode told, CodeVersion code, CancellationToken cancellation)
    {
        foreach (var redaction in told.ItemsOf("Redactions"))
        {
            var ruling = await RulingAsync(redaction.Find("By") ?? told.Find("DecidedBy"), redaction.Find("At") ?? told["DecidedAt"], told, cancellation);
            comment.Redact(ruling, [redaction["Words"].Text()], code.Clause(redaction["Clause"].Number()), redaction["Reason"].Text());
        }

        await DecideAsync(comment, told, code, cancellation);
    }

    private async Task DecideAsync(Comment comment, RecipeNode told, CodeVersion code, CancellationToken cancellation)
    {
        switch (told.TextOr("Decision", "waiting").ToLowerInvariant())
        {
            case "waiting":
                break;
            case "withdrawn":
                comment.TakeBack();
                break;
            case "published":
                comment.Approve(await RulingAsync(told, cancellation));
                break;
            case "held":
                comment.Hold(await RulingAsync(told, cancellation), told["Reason"].Text());
                break;
            case "declined":
                comment.Decline(await RulingAsync(told, cancellation), code.Clause(told["Clause"].Number()), told["Reason"].Text(), told.Find("Suggestion")?.Text());
                break;
            default:
                throw told["Decision"].Refuse("a decision is published, declined, held, withdrawn or waiting");
        }
    }

    private Task<Ruling> RulingAsync(RecipeNode told, CancellationToken cancellation) =>
        RulingAsync(told.Find("DecidedBy"), told["DecidedAt"], told, cancellation);

    private async Task<Ruling> RulingAsync(RecipeNode? by, RecipeNode at, RecipeNode told, CancellationToken cancellation)
    {
        var moderator = by ?? usualModerator ?? throw told.Refuse("'DecidedBy' is missing, here and in the step");
        return new Ruling((await directory.NamedAsync(moderator, cancellation)).Id, at.Instant(), IsHistory: true);
    }
}
