using EngagementHub.Conversation.Comments;
using EngagementHub.Core.Web;
using EngagementHub.WorkingTime;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace EngagementHub.Conversation.Moderation;

/// <summary>Puts what a moderator needs beside each comment: who reads it, what colleagues think, whether it is late, what the rules found, and why somebody else has to decide it.</summary>
internal sealed class QueueReader(HubDb db, ICurrentStaff staff, IStaffDirectory directory, HoldRules rules, QueueReadings kept)
{
    public StaffId Moderator => staff.Id;

    public QueueReadings Kept => kept;

    public DateTimeOffset At { get; private set; }

    public Target Target { get; private set; } = null!;

    public async Task<QueueReader> ReadyAsync(IOfficeCalendar office, IOptions<HubOptions> hub, DateTimeOffset at)
    {
        (At, Target) = (at, new Target(await office.GetAsync(CancellationToken.None), hub.Value.Zone));
        return this;
    }

    public async Task<IReadOnlyList<QueueItem>> ReadAsync(IReadOnlyList<Comment> comments)
    {
        var (ids, places) = (comments.Select(c => c.Id).ToList(), comments.Select(c => c.DiscussionId).Distinct().ToList());
        var discussions = await db.Discussions.AsNoTracking().Where(d => places.Contains(d.Id)).ToDictionaryAsync(d => d.Id);
        var claims = await db.Claims.AsNoTracking().Where(c => ids.Contains(c.Id)).ToDictionaryAsync(c => c.Id);
        var opinions = (await db.Consultations.AsNoTracking().Where(c => ids.Contains(c.CommentId) && c.Kind == ConsultationKind.SecondOpinion).ToListAsync()).ToLookup(c => c.CommentId);
        var names = await directory.CardsAsync(claims.Values.Select(c => c.By).Concat(opinions.SelectMany(o => o).Select(o => o.Of)).Distinct());
        var (impartiality, lateUpTo) = (await Impartiality.LoadAsync(db, staff, comments), Target.LateUpTo(At));
        return [.. comments.Select(c =>
        {
            var (discussion, claim) = (discussions[c.DiscussionId], claims.GetValueOrDefault(c.Id));
            var claimedBy = claim is null ? null : NameOf(names, claim.By);
            var opened = new OpenCase(c, discussion, null!, claim, claimedBy, impartiality);
            return new QueueItem(c, discussion, HtmlOf(c), opened.WhyNot(new Ruling(Moderator, At)))
            {
                ClaimSays = claim?.IsInForce(At) == true ? claim.Says(claim.By == Moderator ? "you" : claimedBy!, discussion.Zone) : null,
                IsMine = claim?.IsInForce(At) == true && claim.By == Moderator,
                IsLate = c.Day <= lateUpTo,
                Opinions = opinions[c.Id].Any() ? string.Join("; ", opinions[c.Id].Select(o => $"{NameOf(names, o.Of)}: {o.Answer ?? "asked, no answer yet"}")) : null,
            };
        })];
    }

    private string HtmlOf(Comment comment) =>
        comment.HeldBy.Count > 0 && rules.In(comment.Source) is { Count: > 0 } found ? MarkedText.Html(comment.Source, found) : comment.Html;

    private static string NameOf(IReadOnlyDictionary<StaffId, StaffCard> names, StaffId who) => names.TryGetValue(who, out var card) ? card.Name : "Somebody who has left";
}
