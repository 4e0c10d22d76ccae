namespace EngagementHub.Blogging.Posts;

/// <summary>Where a post stands.</summary>
internal enum PostStanding
{
    Draft,
    Submitted,
    Scheduled,
    Published,
    Withdrawn,
}
