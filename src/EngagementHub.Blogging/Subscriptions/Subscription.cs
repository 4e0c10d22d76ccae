using EngagementHub.Blogging.Blogs;

namespace EngagementHub.Blogging.Subscriptions;

/// <summary>A reader's wish to hear of a blog's new posts by mail.</summary>
[Unseen]
internal sealed class Subscription : Entity
{
    private Subscription(Guid blogId, StaffId reader, Rhythm rhythm, DateTimeOffset since) =>
        (BlogId, Reader, Rhythm, Since) = (blogId, reader, rhythm, since);

    public Guid BlogId { get; private set; }

    public StaffId Reader { get; private set; }

    public Rhythm Rhythm { get; private set; }

    /// <summary>Posts that appeared before are not mailed.</summary>
    public DateTimeOffset Since { get; private set; }

    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>The local day of the last round-up that was looked at for this reader, whether or not there was anything to send.</summary>
    public DateOnly? RoundedUpOn { get; private set; }

    public static Subscription Begin(Blog blog, StaffCard reader, Rhythm rhythm, DateTimeOffset at)
    {
        RequireAddress(reader);
        return new(blog.Id, reader.Id, rhythm, at);
    }

    /// <summary>Follows in that rhythm from now on. Who had stopped begins afresh; who had not misses nothing in between.</summary>
    public void Follow(StaffCard reader, Rhythm rhythm, DateTimeOffset at)
    {
        RequireAddress(reader);
        Rhythm = rhythm;
        if (EndedAt is not null)
        {
            (Since, EndedAt) = (at, null);
        }
    }

    public void End(DateTimeOffset at) => EndedAt ??= at;

    private static void RequireAddress(StaffCard reader)
    {
        if (string.IsNullOrWhiteSpace(reader.Mail))
        {
            throw new BrokenRuleException("The staff directory has no mail address for you. Ask an administrator to add it, then try again");
        }
    }
}

/// <summary>How often a reader gets mail.</summary>
internal enum Rhythm
{
    Each,
    Daily,
    Weekly,
}
