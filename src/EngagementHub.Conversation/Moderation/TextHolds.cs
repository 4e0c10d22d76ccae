using EngagementHub.Conversation.Signposts;

namespace EngagementHub.Conversation.Moderation;

/// <summary>The rules that hold comments, for texts of other modules; and the full names of colleagues, which in a comment are a signpost's matter.</summary>
internal sealed class TextHolds(HoldRules rules, ColleagueNames colleagues) : IHoldText
{
    private static readonly PhraseBook Names = PhraseBook.Of(PhraseBook.Colleague);

    public async Task<IReadOnlyList<string>> ReasonsAsync(string text, CancellationToken cancellation = default)
    {
        var found = rules.In(text).Select(s => s.Rule).Distinct();
        return Names.StandIn(text, await colleagues.AllAsync(cancellation)) ? [.. found, "name of a colleague"] : [.. found];
    }
}
