using EngagementHub.Blogging.Blogs;
using EngagementHub.Core.Time;

namespace EngagementHub.Blogging.Hosting;

/// <summary>A run of days for which one guest takes a blog over. What the guest may do follows from the day, not from a grant.</summary>
internal sealed class HostingPeriod : Entity
{
    public const string SubjectKind = "blogging.period";

    public const int LongestInDays = 60;

    public const int YearsAhead = 2;

    private HostingPeriod(Guid id, Guid blogId, StaffId host, DateOnly firstDay, DateOnly lastDay)
        : base(id) => (BlogId, Host, FirstDay, LastDay) = (blogId, host, firstDay, lastDay);

    public Guid BlogId { get; private set; }

    public StaffId Host { get; private set; }

    public StaffId? StandIn { get; private set; }

    public DateOnly FirstDay { get; private set; }

    public DateOnly LastDay { get; private set; }

    public string Brief { get; private set; } = "";

    public IReadOnlyList<CoResponder> CoResponders { get; private set; } = [];

    public StaffId InvitedBy { get; private set; }

    public DateTimeOffset InvitedAt { get; private set; }

    public DateTimeOffset? AcceptedAt { get; private set; }

    public DateTimeOffset? DeclinedAt { get; private set; }

    public DateTimeOffset? WithdrawnAt { get; private set; }

    /// <summary>Why it was declined or withdrawn.</summary>
    public string? Reason { get; private set; }

    /// <summary>Every change of the last day, oldest first.</summary>
    public IReadOnlyList<LastDayChange> Changes { get; private set; } = [];

    public SubjectRef Subject => new(SubjectKind, Id);

    public string Days => Say.Days(FirstDay, LastDay);

    /// <summary>Whether these days are this host's: accepted and not withdrawn.</summary>
    public bool IsAgreed => AcceptedAt is not null && WithdrawnAt is null;

    public bool IsOpenInvitation => AcceptedAt is null && DeclinedAt is null && WithdrawnAt is null;

    public static HostingPeriod Invite(Blog blog, Invitation invitation, StaffId by, DateTimeOffset at)
    {
        invitation.Check(today: at.DayIn(blog.Zone));
        var period = new HostingPeriod(Guid.NewGuid(), blog.Id, invitation.Host, invitation.FirstDay, invitation.LastDay)
        {
            StandIn = invitation.StandIn,
            Brief = invitation.Brief.Trim(),
            InvitedBy = by,
            InvitedAt = at,
        };
        period.Raise(new HostInvited(period.Id, by, at));
        return period;
    }

    /// <summary>A period as the record has it, for history that was lived elsewhere: nobody is told and no day is too late.</summary>
    public static HostingPeriod Recall(Guid id, Blog blog, HostingRecord record)
    {
        record.Invitation.CheckDays();
        var period = new HostingPeriod(id, blog.Id, record.Invitation.Host, record.Invitation.FirstDay, record.Invitation.LastDay);
        (period.StandIn, period.Brief, period.CoResponders) = (record.Invitation.StandIn, record.Invitation.Brief.Trim(), record.CoResponders);
        (period.InvitedBy, period.InvitedAt, period.Changes) = (record.InvitedBy, record.InvitedAt, record.Changes);
        (period.AcceptedAt, period.DeclinedAt, period.WithdrawnAt, period.Reason) = (record.AcceptedAt, record.DeclinedAt, record.WithdrawnAt, record.Reason);
        return period;
    }

    public bool Covers(DateOnly day) => FirstDay <= day && day <= LastDay;

    public bool Overlaps(DateOnly first, DateOnly last) => FirstDay <= last && first <= LastDay;

    public bool IsActiveOn(DateOnly day) => IsAgreed && Covers(day);

    public bool LetsPost(StaffId author, DateOnly today) => IsActiveOn(today) && (author == Host || author == StandIn);

    public bool Names(StaffId person) => person == Host || person == StandIn || CoResponders.Any(c => c.Person == person);

    public HostingStanding StandingOn(DateOnly today, DateOnly windsDownUntil) => this switch
    {
        { WithdrawnAt: not null } => HostingStanding.Withdrawn,
        { DeclinedAt: not null } => HostingStanding.Declined,
        { AcceptedAt: null } => today > LastDay ? HostingStanding.Lapsed : HostingStanding.Invited,
        _ when today < FirstDay => HostingStanding.Accepted,
        _ when today <= LastDay => HostingStanding.Active,
        _ => today <= windsDownUntil ? HostingStanding.WindingDown : HostingStanding.Closed,
    };

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
        RequireChangeable(lastDay, today);
        var why = Given(reason, "Say why the last day changes");
        Changes = [.. Changes, new LastDayChange(LastDay, lastDay, by, at, why)];
        LastDay = lastDay;
        Raise(new HostingLastDayChanged(Id, by, at, why));
    }

    /// <summary>Lets a colleague answer beside the host, or changes the title under which they sign.</summary>
    public void Name(CoResponder responder, StaffId by, DateTimeOffset at, DateOnly today, DateOnly windsDownUntil)
    {
        RequireAnswering(today, windsDownUntil);
        if (responder.Person == Host)
        {
            throw new BrokenRuleException("The host answers anyway. Choose somebody else", "Person");
        }

        var named = responder.Checked();
        if (!CoResponders.Contains(named))
        {
            CoResponders = [.. CoResponders.Where(c => c.Person != named.Person), named];
            Raise(new CoResponderNamed(Id, named.Person, by, at, named.Title));
        }
    }

    public void Release(StaffId coResponder, StaffId by, DateTimeOffset at, DateOnly today, DateOnly windsDownUntil)
    {
        RequireAnswering(today, windsDownUntil);
        if (CoResponders.FirstOrDefault(c => c.Person == coResponder) is { } named)
        {
            CoResponders = [.. CoResponders.Where(c => c != named)];
            Raise(new CoResponderReleased(Id, named.Person, by, at, named.Title));
        }
    }

    private void RequireAnswering(DateOnly today, DateOnly windsDownUntil)
    {
        if (!StandingOn(today, windsDownUntil).IsAnswered())
        {
            throw new BrokenRuleException(IsAgreed
                ? $"The questions of this period were answered until {Say.Day(windsDownUntil)}, so who answers can no longer change"
                : "Only in an accepted period can colleagues answer too");
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
