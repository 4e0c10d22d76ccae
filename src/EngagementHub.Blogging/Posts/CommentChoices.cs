using EngagementHub.Conversation;
using EngagementHub.Core.Ui;

namespace EngagementHub.Blogging.Posts;

/// <summary>What a form offers when it asks on what terms comments are invited.</summary>
internal static class CommentChoices
{
    public const string Before = "before";

    public const string After = "after";

    public static IReadOnlyList<Choice> Moderations { get; } = [new(Before, "Before readers see it"), new(After, "After it is shown")];

    public static IReadOnlyList<Choice> Levels { get; } =
    [
        new(nameof(Anonymity.NotRecorded), "It is not stored", "Nothing that is stored ties one comment to another or leads to who wrote it."),
        new(nameof(Anonymity.KeptTogether), "It is not stored, and one person’s comments carry one number", "Until 30 days after comments close a key could tell who wrote; then it is destroyed. Needs a last day."),
        new(nameof(Anonymity.NameWithheld), "It is stored encrypted", "Two people together can open it, on stated grounds; every opening is counted in public."),
        new(nameof(Anonymity.Named), "Every comment carries its writer’s name"),
    ];
}
