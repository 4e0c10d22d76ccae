using EngagementHub.Blogging.Blogs;
using EngagementHub.Conversation;
using EngagementHub.Core.Time;

namespace EngagementHub.Blogging.Posts;

/// <summary>Something written for a blog by one or several people, each of whom signs their part.</summary>
internal sealed class Post : Entity
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

    public DateTimeOffset? WithdrawnAt { get; private set; }

    public string? WithdrawnBecause { get; private set; }

    public IReadOnlyList<Correction> Corrections { get; private set; } = [];

    /// <summary>The version of the recipe's item it was last imported from; nothing for what was written here.</summary>
    public string? ImportedVersion { get; private set; }

    public IReadOnlyList<PostRevision> Revisions => _newRevisions;

    public SubjectRef Subject => new(SubjectKind, Id);

    public Manuscript Manuscript => new(Title, Standfirst, Kind, Sections) { Tags = Tags };

    public static Post Draft(Blog blog, Manuscript manuscript, StaffId by, DateTimeOffset at) => Draft(Guid.NewGuid(), blog, manuscript, by, at);

    public static Post Draft(Guid id, Blog blog, Manuscript manuscript, StaffId by, DateTimeOffset at)
    {
        var post = new Post(id, blog.Id, by, at) { Comments = new(blog.Comments.PreModerated, blog.Comments.Anonymity, null) };
        post.Take(manuscript.Checked(), by, at);
        return post;
    }

    public PostStanding StandingAt(DateTimeOffset now) => this switch
    {
        { WithdrawnAt: not null } => PostStanding.Withdrawn,
        { PublishAt: { } at } => at <= now ? PostStanding.Published : PostStanding.Scheduled,
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

        Take(next, by, at);
        Raise(new PostRevised(Id, by, at));
    }

    public void Address(string slug) => Slug = slug;

    public void InviteComments(CommentTerms terms)
    {
        if (terms.ClosesOn < Day)
        {
            throw new BrokenRuleException("Comments must close on or after the day the post appears", nameof(terms.ClosesOn));
        }

        Comments = terms;
    }

    /// <summary>Lets readers see it from that instant on: now, or later. Whether the author holds the pen then is for the calendar to say.</summary>
    public void Publish(Publication publication, StaffId by, DateTimeOffset at)
    {
        RequireNotWithdrawn();
        if (PublishAt <= at)
        {
            throw new BrokenRuleException("This post is already published");
        }

        (PublishAt, Day, PeriodId) = (publication.At, publication.Day, publication.Period);
        Raise(new PostPublished(Id, by, at, publication.At > at ? $"for {publication.At:O}" : null));
    }

    public void Unschedule(DateTimeOffset at)
    {
        if (StandingAt(at) == PostStanding.Scheduled)
        {
            (PublishAt, Day, PeriodId) = (null, null, null);
        }
    }

    public void Withdraw(StaffId by, DateTimeOffset at, string reason)
    {
        if (string.IsNullOrWhiteSpace(reason))
        {
            throw new BrokenRuleException("Say why the post is withdrawn; readers who follow a link see it", "Reason");
        }

        if (WithdrawnAt is null)
        {
            (WithdrawnAt, WithdrawnBecause) = (at, reason.Trim());
            Raise(new PostWithdrawn(Id, by, at, reason.Trim()));
        }
    }

    public void Correct(StaffCard by, DateTimeOffset at, string text)
    {
        RequireNotWithdrawn();
        if (string.IsNullOrWhiteSpace(text))
        {
            throw new BrokenRuleException("Write what was wrong and what is right", "Text");
        }

        if (StandingAt(at) != PostStanding.Published)
        {
            throw new BrokenRuleException("Only a published post needs a correction note. Change the draft itself", "Text");
        }

        Corrections = [.. Corrections, new Correction(by.Id, by.Name, at, text.Trim())];
        Raise(new PostCorrected(Id, by.Id, at, text.Trim()));
    }

    /// <summary>Corrections as the record has them; those people added since stay.</summary>
    public void Recall(IReadOnlyList<Correction> corrections)
    {
        List<Correction> missing = [.. corrections.Except(Corrections)];
        if (missing.Count > 0)
        {
            Corrections = [.. Corrections.Concat(missing).OrderBy(c => c.At)];
        }
    }

    public void Recall(string importedVersion) => ImportedVersion = importedVersion;

    /// <summary>A publication as the record has it: nothing is announced.</summary>
    public void Recall(Publication publication) => (PublishAt, Day, PeriodId) = (publication.At, publication.Day, publication.Period);

    private void Take(Manuscript manuscript, StaffId by, DateTimeOffset at)
    {
        (Title, Standfirst, Kind, Sections, Tags) = (manuscript.Title, manuscript.Standfirst, manuscript.Kind, manuscript.Sections, manuscript.Tags);
        (Revision, ChangedBy, ChangedAt) = (Revision + 1, by, at);
        _newRevisions.Add(PostRevision.Of(this));
    }

    private void RequireNotWithdrawn()
    {
        if (WithdrawnAt is not null)
        {
            throw new BrokenRuleException("This post was withdrawn and can no longer be changed. Write a new one");
        }
    }
}

/// <summary>From which instant readers see a post, on which local day that is, and in whose period.</summary>
internal sealed record Publication(DateTimeOffset At, DateOnly Day, Guid? Period)
{
    public static Publication Of(DateTimeOffset at, Blog blog, Guid? period) => new(at, at.DayIn(blog.Zone), period);
}
