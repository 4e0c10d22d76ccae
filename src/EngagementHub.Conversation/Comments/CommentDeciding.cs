using EngagementHub.Conversation.Codes;
using EngagementHub.Conversation.Moderation;

namespace EngagementHub.Conversation.Comments;

// What moderators do about it.
internal sealed partial class Comment
{
    public void Approve(Ruling ruling)
    {
        MustBeOpenTo(ruling);
        if (Standing == CommentStanding.Published && DecidedAt is not null)
        {
            return;
        }

        Show(ruling, canUndo: true);
    }

    /// <summary>Shows a declined comment because its writer's appeal was right. The writer is told at once, so it is not undone.</summary>
    public void Uphold(Ruling ruling)
    {
        MustBeOpenTo(ruling);
        if (Standing == CommentStanding.Declined)
        {
            Show(ruling, canUndo: false);
        }
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

    private void Show(Ruling ruling, bool canUndo)
    {
        var before = Stood;
        (Standing, DeclinedUnder) = (CommentStanding.Published, null);
        Decide(DecisionKind.Approved, ruling, null, "", before: canUndo ? before : null);
        TellReaders(before);
    }

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
}
