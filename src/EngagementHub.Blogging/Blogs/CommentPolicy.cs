using EngagementHub.Conversation;

namespace EngagementHub.Blogging.Blogs;

/// <summary>On what terms comments are invited under the blog's posts, unless a post says otherwise.</summary>
/// <param name="PreModerated">Whether a moderator looks at a comment before readers see it.</param>
/// <param name="Anonymity">What becomes of the name of a writer who does not want to be shown.</param>
/// <param name="OpenForDays">Local days after the publication; nothing when comments stay open.</param>
internal sealed record CommentPolicy(bool PreModerated, Anonymity Anonymity, int? OpenForDays)
{
    public const int LongestInDays = 3650;

    public static CommentPolicy Usual { get; } = new(true, Anonymity.NotRecorded, null);

    public string InWords => $"{(PreModerated ? "read before" : "read after")}, {Anonymity}, {(OpenForDays is { } days ? $"{days} days" : "stays open")}";

    /// <exception cref="BrokenRuleException">No day would come on which the key that keeps comments together is destroyed, or the days are out of range.</exception>
    public CommentPolicy Checked() => this switch
    {
        { OpenForDays: < 1 or > LongestInDays } => throw new BrokenRuleException($"Enter a number of days between 1 and {LongestInDays:N0}, or leave it empty", nameof(OpenForDays)),
        { Anonymity: Anonymity.KeptTogether, OpenForDays: null } => throw new BrokenRuleException(
            "Enter after how many days comments close: the key that keeps one person’s comments together is destroyed after that day", nameof(OpenForDays)),
        _ => this,
    };
}
