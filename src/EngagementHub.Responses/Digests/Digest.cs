using EngagementHub.Conversation;
using EngagementHub.Responses.Boards;

namespace EngagementHub.Responses.Digests;

/// <summary>An account of every comment received in a scope, published as a post.</summary>
internal sealed class Digest : Entity
{
    public const int LongestTitle = 200;
    public const int LongestStandfirst = 600;
    public const int LongestOpening = 20_000;
    private readonly List<DigestEntry> _entries = [];
    private List<Guid> _quotes = [];

    private Digest(Guid id)
        : base(id)
    {
    }

    public SubjectRef Scope { get; private set; }

    public bool IsRoundUp { get; private set; }

    public string Title { get; private set; } = "";

    public string Standfirst { get; private set; } = "";

    /// <summary>What the composer says before the themes, in Markdown.</summary>
    public string Opening { get; private set; } = "";

    /// <summary>Comments whose own words stand in their theme.</summary>
    public IReadOnlyList<Guid> Quotes => _quotes;

    /// <summary>On what terms readers may comment; nothing for the blog's usual ones.</summary>
    public bool? PreModerated { get; private set; }

    public Anonymity? Anonymity { get; private set; }

    public DateOnly? CommentsCloseOn { get; private set; }

    public DigestComments? Comments => PreModerated is { } before && Anonymity is { } level ? new DigestComments(before, level.ToString(), CommentsCloseOn) : null;

    public StaffId ComposedBy { get; private set; }

    public DateTimeOffset? PublishedAt { get; private set; }

    public StaffId? PublishedBy { get; private set; }

    public SubjectRef? Post { get; private set; }

    public string? Url { get; private set; }

    public int Received { get; private set; }

    /// <summary>Where each comment stood when the digest was published.</summary>
    public IReadOnlyList<DigestEntry> Entries => _entries;

    public static Digest Begin(SubjectRef scope, StaffId by, Guid? id = null) => new(id ?? Guid.NewGuid()) { Scope = scope, ComposedBy = by };

    public void Compose(string? title, string? standfirst, bool roundUp)
    {
        RefuseWhenPublished();
        var rules = new BrokenRules();
        var (called, says) = (rules.Keep(() => Stated.OrRefused(title, LongestTitle, "Enter a title", nameof(Title))), rules.Keep(() => Stated.OrRefused(standfirst, LongestStandfirst, "Enter one or two sentences that say what the digest holds", nameof(Standfirst))));
        rules.Refuse();
        (Title, Standfirst, IsRoundUp) = (called, says, roundUp);
    }

    public void Open(string? opening)
    {
        RefuseWhenPublished();
        Opening = string.IsNullOrWhiteSpace(opening) ? "" : Stated.OrRefused(opening, LongestOpening, "Enter the opening", nameof(Opening));
    }

    /// <summary>Chooses whose words are quoted: comments that readers see, and anonymous ones only where enough others said something on the theme.</summary>
    public void Quote(Board board, IReadOnlyCollection<Guid> comments)
    {
        RefuseWhenPublished();
        foreach (var comment in comments)
        {
            if (!Quoting.IsFair(board, comment))
            {
                throw new BrokenRuleException(Quoting.WhyNot(board, comment), nameof(Quotes));
            }
        }

        _quotes = [.. comments.Distinct()];
    }

    public void InviteComments(bool preModerated, Anonymity level, DateOnly? closeOn)
    {
        RefuseWhenPublished();
        if (level == EngagementHub.Conversation.Anonymity.KeptTogether && closeOn is null)
        {
            throw new BrokenRuleException("Comments of one person can be kept together only where comments close on a stated day: the key is destroyed 30 days later", "ClosesOn");
        }

        (PreModerated, Anonymity, CommentsCloseOn) = (preModerated, level, closeOn);
    }

    public static void RefuseUnlessComplete(Board board)
    {
        if (board.Comments.Count == 0)
        {
            throw new BrokenRuleException("There are no comments to account for yet");
        }

        if (!board.IsSorted)
        {
            throw new BrokenRuleException($"{Say(board.ToSort.Count)} still to be sorted. Every comment needs one place before a digest can be published");
        }
    }

    public void Publish(Board board, (SubjectRef Post, string Url) published, StaffId by, DateTimeOffset at)
    {
        RefuseWhenPublished();
        RefuseUnlessComplete(board);
        _entries.AddRange(board.Comments.Select(c => new DigestEntry(c.Comment.Id, c.Disposition!.Value, c.CountedUnder)));
        (Received, Post, Url, PublishedBy, PublishedAt) = (board.Comments.Count, published.Post, published.Url, by, at);
        Raise(new DigestPublished(Id, Scope, published.Post, by, at));
    }

    private static string Say(int count) => $"{Core.Time.Say.Count(count, "comment")} {(count == 1 ? "is" : "are")}";

    private void RefuseWhenPublished()
    {
        if (PublishedAt is not null)
        {
            throw new BrokenRuleException("This digest is published and stays as it is. Compose another one");
        }
    }
}
