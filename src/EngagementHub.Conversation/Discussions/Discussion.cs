using EngagementHub.Conversation.Codes;
using EngagementHub.Conversation.Comments;
using EngagementHub.Conversation.Moderation;
using EngagementHub.Core.Time;

namespace EngagementHub.Conversation.Discussions;

/// <summary>What staff say under one thing, on terms that are stated before anybody types.</summary>
internal sealed class Discussion : Entity
{
    private readonly List<Halt> _halts = [];

    private Discussion(SubjectRef on) => On = on;

    public SubjectRef On { get; private set; }

    public string Title { get; private set; } = "";

    public string Url { get; private set; } = "";

    public bool PreModerated { get; private set; }

    public Anonymity Anonymity { get; private set; }

    public bool AnonymousAllowed => Anonymity > Anonymity.Named;

    /// <summary>The blog it belongs to, by the last part of its address.</summary>
    public string? Blog { get; private set; }

    /// <summary>The last day of the key that keeps one person's comments together. Once somebody has written it may come sooner, never later.</summary>
    public DateOnly? KeyUntil { get; private set; }

    public DateOnly? KeyDestroyedOn { get; private set; }

    public DateOnly OpensOn { get; private set; }

    public DateOnly? ClosesOn { get; private set; }

    public string Zone { get; private set; } = "";

    /// <summary>The number given last. Given when a comment comes in, not when it is published: all that was received can be counted, and a number missing on the page is one to ask about.</summary>
    public int LastNumber { get; private set; }

    /// <summary>How often it was halted or opened again. Touches the discussion itself with each, so that of two moderators who do it at once the second is told.</summary>
    public int Turns { get; private set; }

    public IReadOnlyList<Halt> Halts => _halts;

    public static Discussion Open(SubjectRef on, DiscussionTerms terms)
    {
        var discussion = new Discussion(on);
        discussion.Change(terms);
        return discussion;
    }

    public void Change(DiscussionTerms terms)
    {
        if (LastNumber > 0 && terms.Anonymity < Anonymity)
        {
            throw new BrokenRuleException("People have already written here on the promise that they may be anonymous. That promise can be made stronger, and no longer be weakened or taken away", "Anonymity");
        }

        if (terms.ClosesOn < terms.OpensOn)
        {
            throw new BrokenRuleException("Comments must close on or after the day they open", "ClosesOn");
        }

        KeyUntil = KeyLife.Until(this, terms);
        (Title, Url, Blog, PreModerated, Anonymity) = (terms.Title, terms.Url, terms.Blog, terms.PreModerated, terms.Anonymity);
        (OpensOn, ClosesOn, Zone) = (terms.OpensOn, terms.ClosesOn, terms.Zone);
    }

    public DateOnly DayOf(DateTimeOffset at) => at.DayIn(Zone);

    public Halt? HaltAt(DateTimeOffset at) => HaltIn(null, at);

    /// <summary>The halt of one thread, or of the whole discussion when no thread is named.</summary>
    public Halt? HaltIn(Guid? thread, DateTimeOffset at) => _halts.FirstOrDefault(h => h.Thread == thread && h.IsInForce(at, DayOf(at)));

    /// <summary>Why nobody can write at that instant, or nothing. Of a thread also why nobody can write in it.</summary>
    public string? WhyShut(DateTimeOffset at, Guid? thread = null)
    {
        var today = DayOf(at);
        return HaltAt(at) is { } halt ? $"This discussion is halted {halt.Until(Say.Day)}"
            : thread is not null && HaltIn(thread, at) is { } part ? $"This thread is halted {part.Until(Say.Day)}"
            : today < OpensOn ? $"This discussion opens on {Say.Day(OpensOn)}"
            : today > ClosesOn ? $"This discussion closed on {Say.Day(ClosesOn.Value)}"
            : null;
    }

    public int TakeNumber() => ++LastNumber;

    public Comment Receive(Draft draft, int number, CodeVersion code, DateTimeOffset at, HoldRules rules)
    {
        if (WhyShut(at, draft.ReplyTo) is { } why)
        {
            throw new BrokenRuleException($"{why}. Your comment was not sent; keep a copy of it if you want to send it later");
        }

        MustLetBeShown(draft);

        return Comment.Receive(draft, this, number, code, at, draft.HeldBy(rules));
    }

    /// <summary>Whether the key that keeps one person's comments together is there on that day.</summary>
    public bool HasKeyOn(DateOnly day) => Anonymity == Anonymity.KeptTogether && KeyDestroyedOn is null && day <= KeyUntil;

    public void KeyDestroyed(DateTimeOffset at)
    {
        KeyDestroyedOn = DayOf(at);
        Raise(new PseudonymKeyDestroyed(On, at));
    }

    /// <summary>What was promised when the discussion was halted also binds the moderators.</summary>
    public void MustLetDecide(Comment comment, DateTimeOffset at)
    {
        if (KeepsQueued(comment, at) is { } why)
        {
            throw new BrokenRuleException(why);
        }
    }

    /// <summary>Why the comment is kept in the queue for now, or nothing.</summary>
    public string? KeepsQueued(Comment comment, DateTimeOffset at) =>
        HaltAt(at) is { Queued: QueuedWhileHalted.Wait } whole ? $"This discussion is halted {whole.Until(Say.Day)}, and what is queued is kept until it opens again"
        : HaltIn(comment.ReplyTo ?? comment.Id, at) is { Queued: QueuedWhileHalted.Wait } thread ? $"This thread is halted {thread.Until(Say.Day)}, and what is queued is kept until it opens again"
        : null;

    public void Halt(Ruling ruling, Grounds grounds)
    {
        if (HaltIn(grounds.Thread?.Id, ruling.At) is not null)
        {
            throw new BrokenRuleException(grounds.Thread is null ? "This discussion is halted already" : "This thread is halted already");
        }

        var halt = Discussions.Halt.Of(this, ruling, grounds);
        _halts.Add(halt);
        Turns++;
        Raise(new DiscussionHalted(On, halt.By, halt.At, halt.LastDay, grounds.Clause.Heading, halt.Reason) { Thread = grounds.Thread?.Number });
    }

    public void Reopen(Ruling ruling, Guid? thread = null)
    {
        var inForce = _halts.FindAll(h => h.Thread == thread && h.IsInForce(ruling.At, DayOf(ruling.At)));
        if (inForce.Count == 0)
        {
            return;
        }

        inForce.ForEach(h => h.Lift(ruling));
        Turns++;
        Raise(new DiscussionReopened(On, ruling.By, ruling.At));
    }

    // More than the discussion promises is always given; less never, also when the terms went up while somebody was typing.
    private void MustLetBeShown(Draft draft)
    {
        if (draft.By is null && !AnonymousAllowed)
        {
            throw new BrokenRuleException(NameChoice.OnlyByName, "Shown");
        }

        if (draft.By is null && draft.Level < Anonymity)
        {
            throw new BrokenRuleException("This discussion promises more than when you began. Choose again how we shall show you", "Shown");
        }
    }
}
