namespace EngagementHub.Blogging.Posts;

/// <summary>A wording a post has had. Never changed, never removed; only a name can go from under it.</summary>
internal sealed class PostRevision : Entity
{
    private PostRevision(Guid postId, int number, StaffId by, DateTimeOffset at) => (PostId, Number, By, At) = (postId, number, by, at);

    public Guid PostId { get; private set; }

    public int Number { get; private set; }

    public StaffId By { get; private set; }

    public DateTimeOffset At { get; private set; }

    public string Title { get; private set; } = "";

    public string Standfirst { get; private set; } = "";

    public IReadOnlyList<Section> Sections { get; private set; } = [];

    public IReadOnlyList<string> Tags { get; private set; } = [];

    public Manuscript Manuscript => new(Title, Standfirst, PostKind.Entry, Section.Keyed(Sections)) { Tags = Tags };

    /// <summary>Who signed it goes; what was signed stays.</summary>
    public void ForgetSigner(Core.Keeping.Forgetting forgetting) => Sections = Section.Forget(Sections, forgetting, inText: false);

    public static PostRevision Of(Post post) => new(post.Id, post.Revision, post.ChangedBy, post.ChangedAt)
    {
        Title = post.Title,
        Standfirst = post.Standfirst,
        Sections = post.Sections,
        Tags = post.Tags,
    };
}

/// <summary>An address under which a post could once be read, and still is found.</summary>
internal sealed class OldAddress : Entity
{
    private OldAddress(Guid blogId, Guid postId, DateOnly day, string slug) => (BlogId, PostId, Day, Slug) = (blogId, postId, day, slug);

    public Guid BlogId { get; private set; }

    public Guid PostId { get; private set; }

    public DateOnly Day { get; private set; }

    public string Slug { get; private set; }

    public static OldAddress Of(Post post) => new(post.BlogId, post.Id, post.Day!.Value, post.Slug);
}
