namespace EngagementHub.Blogging.Posts;

/// <summary>The way of a post from a draft to its readers, and from them again.</summary>
internal sealed partial class Post
{
    public void InviteComments(CommentTerms terms)
    {
        RequireOpenOn(Day, terms);
        Comments = terms;
    }

    /// <summary>Sends the draft to the blog's owner, who publishes it or returns it with a note.</summary>
    public void Submit(StaffId by, DateTimeOffset at)
    {
        if (StandingAt(at) is not (PostStanding.Draft or PostStanding.Submitted))
        {
            throw new BrokenRuleException("Only a draft can be sent to the blog's owner");
        }

        (SubmittedBy, SubmittedAt, ReturnedWith) = (by, at, null);
        Raise(new PostSubmitted(Id, by, at));
    }

    public void Return(StaffId by, DateTimeOffset at, string note)
    {
        if (StandingAt(at) != PostStanding.Submitted)
        {
            throw new BrokenRuleException("This draft does not wait for you any more");
        }

        if (string.IsNullOrWhiteSpace(note))
        {
            throw new BrokenRuleException("Say what is to be changed, so that the author can go on", "Note");
        }

        var author = SubmittedBy!.Value;
        (SubmittedBy, SubmittedAt, ReturnedWith) = (null, null, note.Trim());
        Raise(new PostReturned(Id, author, by, at, note.Trim()));
    }

    /// <summary>Lets readers see it from that instant on: now, or later. Whether the author holds the pen then is for the calendar to say.</summary>
    public void Publish(Publication publication, StaffId by, DateTimeOffset at, CommentTerms? terms = null)
    {
        RequireNotWithdrawn();
        RequireOpenOn(publication.Day, terms ?? Comments);
        if (PublishAt <= at)
        {
            throw new BrokenRuleException("This post is already published");
        }

        if (Manuscript.Awaited.FirstOrDefault() is { } missing)
        {
            throw new BrokenRuleException($"{missing.Name} has not written the section that was asked for. Wait for it, or take the section out");
        }

        (PublishAt, Day, PeriodId, Comments) = (publication.At, publication.Day, publication.Period, terms ?? Comments);
        (SubmittedBy, SubmittedAt, ReturnedWith) = (null, null, null);
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

    /// <summary>When it was begun, as the record has it.</summary>
    public void Recall(DateTimeOffset createdAt) => CreatedAt = createdAt;

    public void Recall(string importedVersion) => ImportedVersion = importedVersion;

    /// <summary>A publication as the record has it: nothing is announced.</summary>
    public void Recall(Publication publication) => (PublishAt, Day, PeriodId) = (publication.At, publication.Day, publication.Period);

    private static void RequireOpenOn(DateOnly? day, CommentTerms terms)
    {
        if (terms.ClosesOn < day)
        {
            throw new BrokenRuleException("Comments must close on or after the day the post appears", nameof(terms.ClosesOn));
        }
    }
}
