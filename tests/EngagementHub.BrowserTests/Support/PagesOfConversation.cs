namespace EngagementHub.BrowserTests.Support;

internal sealed partial record PageToSee
{
    internal static IEnumerable<PageToSee> Conversation() =>
    [
        new("code-of-conduct", Reader, "/code-of-conduct"),
        new("code-of-conduct/accept", "head-of-it", "/code-of-conduct/accept"),
        new("comments/{id:guid}", Reader, $"/comments/{StableId.From("comment/hr-03")}"),
        new("comments/write", "head-of-it", $"/comments/write?on=blogging.post/{StableId.From("hr-open")}"),
        new("comments/mine", Reader, "/comments/mine"),
        new("comments/receipt", Reader, "/comments/receipt"),
        new("comments/{id:guid}/take-back", Reader, "/comments/{comment}/take-back"),
        new("comments/{id:guid}/edit", Reader, "/comments/{comment}/edit"),
        new("comments/pauses", Moderator, "/comments/pauses"),
        new("how-anonymous", Reader, "/how-anonymous"),
        new("code-of-conduct/changes", Reader, "/code-of-conduct/changes"),
        new("code-of-conduct/publish", Moderator, "/code-of-conduct/publish"),
        new("signposts", Moderator, "/signposts"),
        new("signposts/{key:guid}", Moderator, $"/signposts/{StableId.From("signpost/own-pay")}"),
        new("openings", Owner, "/openings"),
        new("openings/{id:guid}", Administrator, "{opening}"),
        new("comments/{id:guid}/flag", "head-of-it", $"/comments/{StableId.From("comment/hr-03")}/flag"),
        new("comments/appeal", Reader, "{declined}"),
        new("moderation", Moderator, "/moderation"),
        new("moderation/bulk", Moderator, "/moderation/bulk"),
        new("moderation/{id:guid}/history", Moderator, "/moderation/{comment}/history"),
        new("moderation/{id:guid}/hand-on", Moderator, "/moderation/{comment}/hand-on"),
        new("moderation/{id:guid}/ask", Moderator, "/moderation/{comment}/ask"),
        new("moderation/opinions", Moderator, "/moderation/opinions"),
        new("moderation/flags", Moderator, "/moderation/flags"),
        new("moderation/appeals", Moderator, "/moderation/appeals"),
        new("moderation/appeals/{id:guid}", "deputy-editor", "{appeal}"),
        new("moderation/discussions", Moderator, "/moderation/discussions"),
        new("moderation/transparency", Reader, "/moderation/transparency"),
        new("moderation/{id:guid}/decline", Moderator, "/moderation/{comment}/decline"),
        new("moderation/{id:guid}/hold", Moderator, "/moderation/{comment}/hold"),
        new("moderation/{id:guid}/redact", Moderator, "/moderation/{comment}/redact"),
        new("moderation/discussions/{id:guid}", Moderator, "{discussion}"),
        new("moderation/find", Moderator, $"/moderation/find?link=/comments/{StableId.From("comment/hr-03")}"),
        new("moderation/log", Moderator, "/moderation/log"),
    ];
}
