using EngagementHub.Conversation.Codes;
using EngagementHub.Conversation.Concealment;
using EngagementHub.Conversation.Discussions;
using EngagementHub.Conversation.Moderation;

namespace EngagementHub.Conversation.Comments;

/// <summary>What a member of staff wrote in a discussion, by name or anonymously, under the code of conduct of that day.</summary>
internal sealed partial class Comment : Entity, IShownLater
{
    private readonly List<Decision> _decisions = [];
    private List<string> _struck = [];
    private List<string> _heldBy = [];

    private Comment(Guid id)
        : base(id)
    {
    }

    public Guid DiscussionId { get; private set; }

    public SubjectRef On { get; private set; }

    public int Number { get; private set; }

    public Guid? ReplyTo { get; private set; }

    /// <summary>The writer of a named comment. Of an anonymous one nothing about the writer is stored, here or anywhere.</summary>
    public StaffId? Author { get; private set; }

    /// <summary>What was promised to its writer, as it stood when it was written.</summary>
    public Anonymity Level { get; private set; }

    /// <summary>The number one person carries in a discussion that keeps a person's comments together.</summary>
    public int? Voice { get; private set; }

    public string? SignedName { get; private set; }

    public string? SignedTitle { get; private set; }

    /// <summary>The local day on which it came. No hour, of a named one neither: the anonymous comments numbered around it could be timed by it.</summary>
    public DateOnly Day { get; private set; }

    /// <summary>The local day on which its writer last changed it.</summary>
    public DateOnly? ChangedOn { get; private set; }

    public Guid CodeVersionId { get; private set; }

    public string Text { get; private set; } = "";

    public string Html { get; private set; } = "";

    public CommentStanding Standing { get; private set; }

    public int? DeclinedUnder { get; private set; }

    public DateTimeOffset? DecidedAt { get; private set; }

    public string? Receipt { get; private set; }

    public IReadOnlyList<string> HeldBy => _heldBy;

    public IReadOnlyList<string> Struck => _struck;

    public IReadOnlyList<Decision> Decisions => [.. _decisions.OrderBy(d => d.At)];

    public bool IsAnonymous => Author is null;

    bool IShownLater.IsShown => Standing is not (CommentStanding.Waiting or CommentStanding.Held);

    public string AuthorLabel => LabelOf(Author, Level, Voice, (SignedName, SignedTitle));

    public bool WaitsForDecision => Standing is CommentStanding.Waiting or CommentStanding.Held || (Standing == CommentStanding.Published && DecidedAt is null);

    /// <summary>Its writer may change it until a moderator has done anything to it, and not while one is reading it: see <see cref="Claim"/>.</summary>
    public bool IsEditable => DecidedAt is null && _struck.Count == 0 && (Standing is CommentStanding.Waiting or CommentStanding.Published);

    public string Url => UrlOf(Id);

    public string Source => CommentWords.Source(Text, _struck);

    public string Plain => CommentWords.Plain(Text, _struck);

    public static string LabelOf(StaffId? author, Anonymity level, int? voice, (string? Name, string? Title) signed) =>
        author is null ? NameChoice.Label(level, voice) : string.IsNullOrEmpty(signed.Title) ? signed.Name! : $"{signed.Name}, {signed.Title}";

    public static string UrlOf(Guid comment) => $"/comments/{comment}";

    private Stood Stood => new(Standing, DeclinedUnder, DecidedAt);

    public static Comment Receive(Draft draft, Discussion discussion, int number, CodeVersion code, DateTimeOffset at, IEnumerable<string> heldBy)
    {
        var (text, html) = draft.Words;
        var comment = new Comment(draft.Id ?? Guid.NewGuid())
        {
            DiscussionId = discussion.Id,
            On = discussion.On,
            Number = number,
            ReplyTo = draft.ReplyTo,
            Author = draft.By?.Author,
            Level = draft.By is null ? draft.Level : Anonymity.Named,
            SignedName = draft.By?.Name,
            SignedTitle = draft.By?.Title,
            Day = discussion.DayOf(at),
            CodeVersionId = code.Id,
            Text = text,
            Html = html,
            Receipt = draft.Receipt,
        };
        comment.Await(discussion, heldBy);
        comment.Raise(new CommentHandedIn(comment, draft));
        comment.Raise(new CommentReceived(comment.On, comment.Id));
        comment.TellIfPublished();
        return comment;
    }

    /// <summary>The writer changes the words. The number, the day and the code it is read under stay; the rules look at it anew.</summary>
    public void Edit(string? typed, Discussion discussion, DateTimeOffset at, HoldRules rules)
    {
        if (!IsEditable)
        {
            throw new BrokenRuleException("A moderator has decided this comment by now, so it cannot be changed. Your words are still here: send them as another comment if you want to", "Text");
        }

        var text = CommentWords.Checked(typed);
        if (text == Text)
        {
            return;
        }

        var before = Stood;
        (Text, Html, ChangedOn) = (text, CommentWords.Html(text, []), discussion.DayOf(at));
        Await(discussion, rules.In(text).Select(s => s.Rule));
        Raise(new CommentChanged(On, Id));
        TellReaders(before);
    }

    /// <summary>Gives it the number of its writer's voice, when it comes in.</summary>
    public void SpeakAs(int voice) => Voice = voice;

    /// <summary>The writer takes the comment back. Its words are destroyed; that there was a comment stays, with its number.</summary>
    public void TakeBack()
    {
        if (Standing == CommentStanding.Withdrawn)
        {
            return;
        }

        (Standing, Text, Html, _struck, _heldBy) = (CommentStanding.Withdrawn, "", "", [], []);
        Raise(new CommentWithdrawn(On, Id));
    }

    /// <summary>The words stay in the discussion; who wrote them goes.</summary>
    public void ForgetWriter(Core.Keeping.Forgetting forgetting)
    {
        if (Author == forgetting.Card.Id)
        {
            (Author, SignedName, SignedTitle) = (forgetting.Alias, Core.Keeping.FormerStaff.Name, null);
        }
    }

    private void Await(Discussion discussion, IEnumerable<string> heldBy)
    {
        _heldBy = [.. heldBy.Distinct()];
        Standing = discussion.PreModerated || _heldBy.Count > 0 ? CommentStanding.Waiting : CommentStanding.Published;
    }

    private void TellReaders(Stood before)
    {
        if (before.Standing != CommentStanding.Published)
        {
            TellIfPublished();
        }
        else if (Standing != CommentStanding.Published)
        {
            Raise(new CommentHidden(On, Id));
        }
    }

    private void TellIfPublished()
    {
        if (Standing == CommentStanding.Published)
        {
            Raise(new CommentPublished(On, Id));
        }
    }
}
