using EngagementHub.Conversation;
using EngagementHub.Conversation.Codes;
using EngagementHub.Conversation.Comments;
using EngagementHub.Conversation.Discussions;
using EngagementHub.Conversation.Moderation;

namespace EngagementHub.Tests.Conversation;

/// <summary>A discussion, a code of conduct and comments for entity tests.</summary>
internal static class Talk
{
    public static DateTimeOffset Now { get; } = new(2007, 4, 24, 9, 17, 31, TimeSpan.Zero);

    public static CodeVersion Code { get; } = Version(1, 0, new DateOnly(2007, 1, 15));

    public static HoldRules Rules { get; } = HoldRules.Load();

    public static DiscussionTerms Terms { get; } = new("Pay and people", "/blogs/test/pay", true, Anonymity.NotRecorded, new DateOnly(2007, 4, 18), new DateOnly(2007, 4, 30), "Europe/London");

    public static CodeVersion Version(int major, int minor, DateOnly from) =>
        CodeVersion.Publish(major, minor, from, "", [new Clause(1, "Be civil", "Criticise the idea."), new Clause(2, "Keep to the subject", "…"), new Clause(3, "No personal cases", "…")], Now);

    public static Discussion Discussion(DiscussionTerms? terms = null) =>
        EngagementHub.Conversation.Discussions.Discussion.Open(new SubjectRef("test.thing", Guid.NewGuid()), terms ?? Terms);

    public static Comment Write(this Discussion discussion, string text, StaffId? by = null, DateTimeOffset? at = null) =>
        discussion.Receive(new Draft(text, by is { } author ? new Signature(author, "Tom Taylor", "Caseworker") : null), discussion.TakeNumber(), Code, at ?? Now, Rules);

    public static Ruling By(StaffId moderator) => new(moderator, Now);

    public static void Halt(this Discussion discussion, DateOnly? lastDay) =>
        discussion.Halt(By(People.Mina), new Grounds(Code, Code.Clause(1), "It turned to named colleagues", lastDay, QueuedWhileHalted.Wait));
}
