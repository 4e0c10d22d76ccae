using EngagementHub.Blogging.Blogs;
using EngagementHub.Core.Time;

namespace EngagementHub.Blogging.Hosting;

/// <summary>A run of days for which one guest takes a blog over. What the guest may do follows from the day, not from a grant.</summary>
internal sealed partial class HostingPeriod : Entity
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

    /// <summary>The day by which questions are to be asked, when one is published.</summary>
    public DateOnly? AskBy { get; private set; }

    /// <summary>The day by which they are answered, when one is published.</summary>
    public DateOnly? AnswerBy { get; private set; }

    /// <summary>What to write about, as Markdown.</summary>
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

    public QuestionWindow Window => new(AskBy, AnswerBy);

    /// <summary>Whether these days are this host's: accepted and not withdrawn.</summary>
    public bool IsAgreed => AcceptedAt is not null && WithdrawnAt is null;

    public bool IsOpenInvitation => AcceptedAt is null && DeclinedAt is null && WithdrawnAt is null;

    public static HostingPeriod Invite(Blog blog, Invitation invitation, StaffId by, DateTimeOffset at)
    {
        BrokenRules.RefuseAll(() => invitation.RefuseWhoNeedsNone(blog, by), () => invitation.Check(today: at.DayIn(blog.Zone)));
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
        (period.AskBy, period.AnswerBy) = (record.Window.AskBy, record.Window.AnswerBy);
        return period;
    }

    public bool Covers(DateOnly day) => FirstDay <= day && day <= LastDay;

    public bool Overlaps(DateOnly first, DateOnly last) => FirstDay <= last && first <= LastDay;

    public bool IsActiveOn(DateOnly day) => IsAgreed && Covers(day);

    public bool LetsPost(StaffId author, DateOnly today) => IsActiveOn(today) && (author == Host || author == StandIn);

    public bool Names(StaffId person) => person == Host || person == StandIn || CoResponders.Any(c => c.Person == person);

    /// <summary>Whether that invitation asks exactly what this one asks: the same form sent twice.</summary>
    public bool Asks(Invitation invitation) => IsOpenInvitation
        && (Host, FirstDay, LastDay, StandIn, Brief) == (invitation.Host, invitation.FirstDay, invitation.LastDay, invitation.StandIn, invitation.Brief.Trim());

    public HostingStanding StandingOn(DateOnly today, DateOnly windsDownUntil) => this switch
    {
        { WithdrawnAt: not null } => HostingStanding.Withdrawn,
        { DeclinedAt: not null } => HostingStanding.Declined,
        { AcceptedAt: null } => today > LastDay ? HostingStanding.Lapsed : HostingStanding.Invited,
        _ when today < FirstDay => HostingStanding.Accepted,
        _ when today <= LastDay => HostingStanding.Active,
        _ => today <= windsDownUntil ? HostingStanding.WindingDown : HostingStanding.Closed,
    };
}
