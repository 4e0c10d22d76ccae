using System.Text;
using EngagementHub.Core.Time;
using EngagementHub.Core.Web;
using EngagementHub.Notifications.Inbox;
using EngagementHub.Notifications.Mail;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace EngagementHub.Notifications.Daily;

/// <summary>Writes a daily letter at the moment it is sent: what the person has read on the site meanwhile is left out, and who has left gets nothing.</summary>
internal sealed class DailyPaper(HubDb db, IStaffDirectory directory, StopNotices stop, IOptions<HubOptions> hub) : IWriteLetters
{
    public bool Knows(string kind) => kind == DailyLetter.SubjectKind;

    public async Task<Letter?> WriteAsync(SubjectRef letter, string secret, string site, DateTimeOffset now, CancellationToken cancellation = default)
    {
        var record = await db.DailyLetters.AsNoTracking().FirstOrDefaultAsync(l => l.Id == letter.Id, cancellation);
        var person = record is null ? null : await directory.FindAsync(record.To, cancellation);
        if (person is not { IsActive: true, Mail: { Length: > 0 } address })
        {
            return null;
        }

        var notices = await db.Notifications.AsNoTracking().Where(n => n.LetterId == letter.Id && n.ReadAt == null).OrderBy(n => n.At).ToListAsync(cancellation);
        if (notices.Count == 0)
        {
            return null;
        }

        var text = Text(notices, site);
        return new Letter(address, $"{hub.Value.Name}: {Say.Count(notices.Count, "notice")} of {Say.ShortDay(record!.Day)}", text, NoticePaper.Html(text, site), [.. stop.HeadersFor(record.To, StopNotices.AllKinds)]);
    }

    private static string Text(List<Notification> notices, string site)
    {
        var text = new StringBuilder();
        foreach (var notice in notices)
        {
            text.Append(notice.Subject).Append("\n\n").Append(notice.Text).Append("\n\n").Append(site).Append(notice.Link)
                .Append("\n\nYou receive this because: ").Append(notice.Reason).Append("\n\n----\n\n");
        }

        return text.Append("You chose one letter a day. Change that: ").Append(site).Append("/notifications/preferences\n").ToString();
    }
}
