using EngagementHub.Blogging.Blogs;
using EngagementHub.Conversation;

namespace EngagementHub.Blogging.Posts;

/// <summary>Something written for a blog by one or several people, each of whom signs their part.</summary>
internal sealed partial class Post : Entity
{
    public const string SubjectKind = "blogging.post";

    private readonly List<PostRevision> _newRevisions = [];

    private Post(Guid id, Guid blogId, StaffId author, DateTimeOffset createdAt)
        : base(id) => (BlogId, Author, CreatedAt) = (blogId, author, createdAt);

    public Guid BlogId { get; private set; }

    /// <summary>The hosting period it was published in; nothing for the owner's own posts.</summary>
    public Guid? PeriodId { get; private set; }

    public StaffId Author { get; private set; }

    public DateTimeOffset CreatedAt { get; private set; }

    public string Slug { get; private set; } = "";

    public string Title { get; private set; } = "";

    public string Standfirst { get; private set; } = "";

    public PostKind Kind { get; private set; }

    public IReadOnlyList<Section> Sections { get; private set; } = [];

    public IReadOnlyList<string> Tags { get; private set; } = [];

    public CommentTerms Comments { get; private set; } = new(true, Anonymity.NotRecorded, null);

    public int Revision { get; private set; }

    public StaffId ChangedBy { get; private set; }

    public DateTimeOffset ChangedAt { get; private set; }

    /// <summary>When readers see it, or will.</summary>
    public DateTimeOffset? PublishAt { get; private set; }

    /// <summary>The local day of that instant; part of the address.</summary>
    public DateOnly? Day { get; private set; }

    /// <summary>Who sent the draft to the blog's owner to look at, until it is published or returned.</summary>
    public StaffId? SubmittedBy { get; private set; }

    public DateTimeOffset? SubmittedAt { get; private set; }

    /// <summary>What the owner wrote when the draft was returned, until it is sent again or published.</summary>
    public string? ReturnedWith { get; private set; }

    public DateTimeOffset? WithdrawnAt { get; private set; }

    public string? WithdrawnBecause { get; private set; }

    public IReadOnlyList<Correction> Corrections { get; private set; } = [];

    /// <summary>The version of the recipe's item it was last imported from; nothing for what was written here.</summary>
    public string? ImportedVersion { get; private set; }

    public IReadOnlyList<PostRevision> Revisions => _newRevisions;

    public SubjectRef Subject => new(SubjectKind, Id);

    public Manuscript Manuscript => new(Title, Standfirst, Kind, Section.Keyed(Sections)) { Tags = Tags };

    /// <summary>What changes when readers are shown something else: its words, a note beside them, or that it is gone.</summary>
    public DateTimeOffset Updated => Corrections.Select(c => c.At).Append(ChangedAt).Append(PublishAt ?? ChangedAt).Append(WithdrawnAt ?? ChangedAt).Max();

    public static Post Draft(Blog blog, Manuscript manuscript, StaffId by, DateTimeOffset at) => Draft(Guid.NewGuid(), blog, manuscript, by, at);

    public static Post Draft(Guid id, Blog blog, Manuscript manuscript, StaffId by, DateTimeOffset at)
    {
        var post = new Post(id, blog.Id, by, at) { Comments = new(blog.Comments.PreModerated, blog.Comments.Anonymity, null) };
        post.Take(manuscript.Checked(), by, at);
        post.Ask([], by, at);
        return post;
    }

    public PostStanding StandingAt(DateTimeOffset now) => this switch
    {
        { WithdrawnAt: not null } => PostStanding.Withdrawn,
        { PublishAt: { } at } => at <= now ? PostStanding.Published : PostStanding.Scheduled,
        { SubmittedBy: not null } => PostStanding.Submitted,
        _ => PostStanding.Draft,
    };

    public bool IsBy(StaffId person) => person == Author || Sections.Any(s => s.Author == person);

    /// <summary>Whether its wording stands for good: a digest prints a sum of what was received and answered, and readers rely on it.</summary>
    public bool IsFixedAt(DateTimeOffset now) => Kind != PostKind.Entry && StandingAt(now) == PostStanding.Published;

    /// <summary>Saves another wording; the one before stays among the revisions. The same wording again changes nothing.</summary>
    public void Revise(Manuscript manuscript, StaffId by, DateTimeOffset at)
    {
        RequireNotWithdrawn();
        var next = manuscript.Checked();
        if (next.SaysTheSameAs(Manuscript))
        {
            return;
        }

        if (IsFixedAt(at))
        {
            throw new BrokenRuleException("A published digest keeps its words and its sum. Add a correction instead");
        }

        var before = Sections;
        Take(next, by, at);
        Raise(new PostRevised(Id, by, at));
        Ask(before, by, at);
    }

    /// <summary>Its words stay; the name under them goes. A digest says in its text who answered: there it goes too.</summary>
    public void ForgetSigner(Core.Keeping.Forgetting forgetting)
    {
        Sections = Section.Forget(Sections, forgetting, inText: Kind != PostKind.Entry);
        Corrections = [.. Corrections.Select(c => c.By == forgetting.Card.Id ? c with { Name = Core.Keeping.FormerStaff.Name } : c)];
    }

    public void Address(string slug) => Slug = slug;

    private void Take(Manuscript manuscript, StaffId by, DateTimeOffset at)
    {
        (Title, Standfirst, Kind, Sections, Tags) = (manuscript.Title, manuscript.Standfirst, manuscript.Kind, manuscript.Sections, manuscript.Tags);
        (Revision, ChangedBy, ChangedAt) = (Revision + 1, by, at);
        _newRevisions.Add(PostRevision.Of(this));
    }

    private void Ask(IReadOnlyList<Section> before, StaffId by, DateTimeOffset at)
    {
        foreach (var section in Manuscript.Awaited.Where(s => s.Author != by && before.All(b => b.Key != s.Key)))
        {
            Raise(new SectionAsked(Id, section.Author, by, at));
        }
    }

    private void RequireNotWithdrawn()
    {
        if (WithdrawnAt is not null)
        {
            throw new BrokenRuleException("This post was withdrawn and can no longer be changed. Write a new one");
        }
    }
}
