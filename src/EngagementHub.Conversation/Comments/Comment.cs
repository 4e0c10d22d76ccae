using EngagementHub.Conversation.Codes;
using EngagementHub.Conversation.Concealment;
using EngagementHub.Conversation.Discussions;
using EngagementHub.Conversation.Moderation;

namespace EngagementHub.Conversation.Comments;

/// <summary>What a member of staff wrote in a discussion, by name or anonymously, under the code of conduct of that day.</summary>
internal sealed class Comment : Entity
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

    public string AuthorLabel => IsAnonymous ? NameChoice.Label(Level, Voice) : string.IsNullOrEmpty(SignedTitle) ? SignedName! : $"{SignedName}, {SignedTitle}";

    public bool WaitsForDecision => Standing is CommentStanding.Waiting or CommentStanding.Held || (Standing == CommentStanding.Published && DecidedAt is null);

    /// <summary>Its writer may change it until a moderator has done anything to it.</summary>
    public bool IsEditable => DecidedAt is null && _struck.Count == 0 && (Standing is CommentStanding.Waiting or CommentStanding.Published);

    public string Url => $"/comments/{Id}";

    public string Source => CommentWords.Source(Text, _struck);

    public string Plain => CommentWords.Plain(Text, _struck);

    public static Comment Receive(Draft draft, Discussion discussion, int number, CodeVersion code, DateTimeOffset at, IEnumerable<string> heldBy)
    {
        var text = CommentWords.Checked(draft.Text);
        var comment = new Comment(draft.Id)
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
            Html = CommentWords.Html(text, []),
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

        var wasShown = Standing == CommentStanding.Published;
        (Text, Html, ChangedOn) = (text, CommentWords.Html(text, []), discussion.DayOf(at));
        Await(discussion, rules.In(text).Select(s => s.Rule));
        Raise(new CommentChanged(On, Id));
        if (!wasShown)
        {
            TellIfPublished();
        }
    }

    /// <summary>Gives it the number of its writer's voice, when it comes in.</summary>
    public void SpeakAs(int voice) => Voice = voice;

    public void Approve(Ruling ruling)
    {
        MustBeOpenTo(ruling);
        if (Standing == CommentStanding.Published && DecidedAt is not null)
        {
            return;
        }

        var before = Stood;
        (Standing, DeclinedUnder) = (CommentStanding.Published, null);
        Decide(DecisionKind.Approved, ruling, null, "", before: before);
        TellReaders(before);
    }

    public void Decline(Ruling ruling, Clause clause, string? reason, string? suggestion = null)
    {
        MustBeOpenTo(ruling);
        var (why, before) = (Reason.Required(reason), Stood);
        (Standing, DeclinedUnder) = (CommentStanding.Declined, clause.Number);
        Decide(DecisionKind.Declined, ruling, clause, why, suggestion, before);
        Raise(new CommentDeclined(On, Id, clause.Heading));
        TellReaders(before);
    }

    public void Hold(Ruling ruling, string? reason)
    {
        MustBeOpenTo(ruling);
        var (why, before) = (Reason.Required(reason), Stood);
        Standing = CommentStanding.Held;
        Decide(DecisionKind.Held, ruling, null, why, before: before);
        TellReaders(before);
    }

    /// <summary>Takes a decision back while it is fresh: the comment stands as it stood before it, and the record keeps both.</summary>
    public void Undo(Guid decision, Ruling ruling)
    {
        MustBeOpenTo(ruling);
        var last = _decisions.Find(d => d.Id == decision);
        if (last?.Before is not { } before || _decisions.Exists(d => d.Undoes == decision || (d.At > last.At && d.Undoes is null)))
        {
            throw new BrokenRuleException("There is nothing to undo here any more. Decide the comment again instead");
        }

        last.MustBeUndoneBy(ruling);
        var undone = Stood;
        (Standing, DeclinedUnder, DecidedAt) = before;
        var undoing = Decision.Undoing(last, ruling);
        _decisions.Add(undoing);
        Raise(new CommentDecided(this, undoing, null, ruling.IsHistory));
        TellReaders(undone);
    }

    /// <summary>Strikes the words wherever they stand. They are destroyed, not hidden: every surface is made from what is left.</summary>
    public void Redact(Ruling ruling, IReadOnlyList<string> words, Clause clause, string? reason)
    {
        MustBeOpenTo(ruling);
        var why = Reason.Required(reason);
        var text = CommentWords.Strike(Text, [.. words.Select(w => w.ReplaceLineEndings("\n"))], _struck.Count);
        _struck = [.. _struck, why];
        (Text, Html) = (text, CommentWords.Html(text, _struck));
        Decide(DecisionKind.Redacted, ruling, clause, why);
        Raise(new CommentRedacted(On, Id));
        Raise(new WordsStruck(new SubjectRef(Conversations.CommentKind, Id), [.. words], $"[redacted: {why}]"));
    }

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

    private void Await(Discussion discussion, IEnumerable<string> heldBy)
    {
        _heldBy = [.. heldBy.Distinct()];
        Standing = discussion.PreModerated || _heldBy.Count > 0 ? CommentStanding.Waiting : CommentStanding.Published;
    }

    private void MustBeOpenTo(Ruling ruling)
    {
        if (Author == ruling.By)
        {
            throw new BrokenRuleException("You wrote this comment, so another moderator decides it");
        }

        if (Standing == CommentStanding.Withdrawn)
        {
            throw new BrokenRuleException("Its writer has taken this comment back. There is nothing left to decide");
        }
    }

    private Stood Stood => new(Standing, DeclinedUnder, DecidedAt);

    private void Decide(DecisionKind kind, Ruling ruling, Clause? clause, string reason, string? suggestion = null, Stood? before = null)
    {
        if (kind != DecisionKind.Redacted)
        {
            DecidedAt = ruling.At;
        }

        var decision = Decision.Of(this, kind, ruling, clause, reason, suggestion, before);
        _decisions.Add(decision);
        Raise(new CommentDecided(this, decision, clause?.Heading, ruling.IsHistory));
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
