using EngagementHub.Core.Time;

namespace EngagementHub.Blogging.Hosting;

/// <summary>The life of a period: answered, withdrawn, extended, cut short.</summary>
internal sealed partial class HostingPeriod
{
    public void Accept(StaffId by, DateTimeOffset at, DateOnly today)
    {
        RequireOpenInvitation(by, "accept");
        if (today > LastDay)
        {
            throw new BrokenRuleException($"The last day was {Say.Day(LastDay)}, so this invitation can no longer be accepted. Ask for new dates");
        }

        AcceptedAt = at;
        Raise(new HostingAccepted(Id, by, at));
    }

    public void Decline(StaffId by, DateTimeOffset at, string reason)
    {
        RequireOpenInvitation(by, "decline");
        Reason = Given(reason, "Say why you decline, so that the blog's owner can plan");
        DeclinedAt = at;
        Raise(new HostingDeclined(Id, by, at, Reason));
    }

    public void Withdraw(StaffId by, DateTimeOffset at, DateOnly today, string reason)
    {
        if (WithdrawnAt is not null || DeclinedAt is not null)
        {
            throw new BrokenRuleException("This invitation has already ended");
        }

        if (IsAgreed && today >= FirstDay)
        {
            throw new BrokenRuleException("This period has begun, so it cannot be withdrawn. Cut it short instead");
        }

        Reason = Given(reason, "Say why you withdraw, so that the host knows");
        WithdrawnAt = at;
        Raise(new HostingWithdrawn(Id, by, at, Reason));
    }

    /// <summary>Sets another last day: earlier cuts the period short, later extends it.</summary>
    public void EndOn(DateOnly lastDay, StaffId by, DateTimeOffset at, DateOnly today, string reason)
    {
        CheckEnd(lastDay, today, reason);
        var why = reason.Trim();
        Changes = [.. Changes, new LastDayChange(LastDay, lastDay, by, at, why)];
        LastDay = lastDay;
        Raise(new HostingLastDayChanged(Id, by, at, why));
    }

    /// <summary>Refuses a last day that cannot be, and a change without a reason; changes nothing.</summary>
    public void CheckEnd(DateOnly? lastDay, DateOnly today, string reason) => BrokenRules.RefuseAll(
        () => RequireChangeable(lastDay ?? throw new BrokenRuleException("Enter the new last day", nameof(LastDay)), today),
        () => Given(reason, "Say why the last day changes"));

    /// <summary>Publishes by when to ask and by when answers come, or takes both back.</summary>
    public void Publish(QuestionWindow window, DateOnly windsDownUntil, StaffId by, DateTimeOffset at)
    {
        window.Check(FirstDay, LastDay, windsDownUntil);
        if (window != Window)
        {
            Raise(new QuestionWindowPublished(Id, by, at, $"from {Window} to {window}"));
            (AskBy, AnswerBy) = (window.AskBy, window.AnswerBy);
        }
    }

    private void RequireOpenInvitation(StaffId by, string verb)
    {
        if (by != Host)
        {
            throw new BrokenRuleException($"Only the invited host can {verb}");
        }

        if (!IsOpenInvitation)
        {
            throw new BrokenRuleException("This invitation has already been answered or withdrawn");
        }
    }

    private void RequireChangeable(DateOnly lastDay, DateOnly today)
    {
        if (!IsAgreed || today > LastDay)
        {
            throw new BrokenRuleException(IsAgreed ? $"This period ended on {Say.Day(LastDay)}. Invite the host again for new dates" : "Only an accepted period can be changed");
        }

        if (lastDay == LastDay)
        {
            throw new BrokenRuleException($"The last day already is {Say.Day(LastDay)}. Enter another day", nameof(LastDay));
        }

        if (lastDay < today)
        {
            throw new BrokenRuleException("The new last day must be today or later", nameof(LastDay));
        }

        Invitation.CheckDays(FirstDay, lastDay);
    }

    private static string Given(string reason, string sentence) =>
        string.IsNullOrWhiteSpace(reason) ? throw new BrokenRuleException(sentence, nameof(Reason)) : reason.Trim();
}
