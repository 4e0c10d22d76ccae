namespace EngagementHub.Responses.Boards;

/// <summary>What became of a received comment. The first four are chosen by those who sort; the others follow from moderation by themselves.</summary>
internal enum Disposition
{
    InTheme,
    NotAQuestion,
    Redirected,
    Outstanding,
    Declined,
    Withdrawn,
    WithModerator,
}
