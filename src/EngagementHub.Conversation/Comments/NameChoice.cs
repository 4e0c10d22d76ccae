using EngagementHub.Core.Ui;

namespace EngagementHub.Conversation.Comments;

/// <summary>How a writer may be shown, in the words people read before they type.</summary>
internal static class NameChoice
{
    public const string Named = "named";
    public const string Anonymous = "anonymous";

    public static IReadOnlyList<Choice> All { get; } =
    [
        new(Named, "With my name and title", "Colleagues can see who says it. You are told what becomes of your comment."),
        new(Anonymous, "Anonymously", "Your name is not stored with the comment, so nobody can look it up, moderators included. You get a code to follow it."),
    ];
}
