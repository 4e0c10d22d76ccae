using EngagementHub.Core.Web;
using EngagementHub.WorkingTime;
using Microsoft.Extensions.Options;

namespace EngagementHub.Conversation.Moderation;

/// <summary>Puts what a moderator needs beside each comment: who reads it, what colleagues think, whether it is late, what the rules found, and why somebody else has to decide it.</summary>
internal sealed class QueueReader(ICurrentStaff staff, HoldRules rules, QueueReadings kept)
{
    public StaffId Moderator => staff.Id;

    public QueueReadings Kept => kept;

    public HoldRules Rules => rules;

    public DateTimeOffset At { get; private set; }

    public Target Target { get; private set; } = null!;

    public async Task<QueueReader> ReadyAsync(IOfficeCalendar office, IOptions<HubOptions> hub, DateTimeOffset at)
    {
        (At, Target) = (at, new Target(await office.GetAsync(CancellationToken.None), hub.Value.Zone));
        return this;
    }

    public async Task<IReadOnlyList<QueueItem>> ReadAsync(QueueSlice slice)
    {
        var beside = slice.Beside;
        var impartiality = Impartiality.Of(Moderator, (await staff.CardAsync())?.Name, beside.Answered.Where(a => a.Value == Moderator).Select(a => a.Key));
        var lateUpTo = Target.LateUpTo(At);
        return [.. slice.Comments.Select(c =>
        {
            var (discussion, claim) = (beside.Discussions[c.DiscussionId], beside.Claims.GetValueOrDefault(c.Id));
            var claimedBy = claim is null ? null : beside.NameOf(claim.By);
            var opened = new OpenCase(c, discussion, null!, claim, claimedBy, impartiality);
            return new QueueItem(c, discussion, beside.Html[c.Id], opened.WhyNot(new Ruling(Moderator, At)))
            {
                ClaimSays = claim?.IsInForce(At) == true ? claim.Says(claim.By == Moderator ? "you" : claimedBy!, discussion.Zone) : null,
                IsMine = claim?.IsInForce(At) == true && claim.By == Moderator,
                IsLate = c.Day <= lateUpTo,
                StillFound = beside.StillFound[c.Id],
                Opinions = beside.OpinionsOn(c),
            };
        })];
    }
}
