namespace EngagementHub.Conversation.Discussions;

/// <summary>How long the key lives that keeps one person's comments of a discussion together.</summary>
internal static class KeyLife
{
    public const int DaysAfterClosing = 30;

    /// <exception cref="BrokenRuleException">The discussion has no last day, so its key would have none either.</exception>
    public static DateOnly? Until(Discussion before, DiscussionTerms terms)
    {
        if (terms.Anonymity != Anonymity.KeptTogether)
        {
            // Terms that went up: the key goes when it was promised to go.
            return before.KeyUntil;
        }

        var until = terms.ClosesOn?.AddDays(DaysAfterClosing)
            ?? throw new BrokenRuleException("Comments of one person can be kept together only where comments close on a stated day: the key is destroyed 30 days later", "ClosesOn");
        return before.LastNumber > 0 && before.KeyUntil < until ? before.KeyUntil : until;
    }
}
