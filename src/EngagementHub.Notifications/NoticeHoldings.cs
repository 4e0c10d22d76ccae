using EngagementHub.Core.Keeping;
using EngagementHub.Notifications.Daily;
using EngagementHub.Notifications.Inbox;
using EngagementHub.Notifications.Mail;
using EngagementHub.Notifications.Preferences;

namespace EngagementHub.Notifications;

/// <summary>What people were told, and how they want to be told.</summary>
internal sealed class NoticeHoldings : IHoldPeople
{
    public IReadOnlyList<HeldRecord> Records { get; } =
    [
        HeldRecord.Of<Notification>("Notices to you", p => n => n.To == p.Id).Removed("They were for this person alone."),
        HeldRecord.Of<Preference>("How you want to be told", p => x => x.Who == p.Id).Removed("Nobody is told any more."),
        HeldRecord.Of<DailyLetter>("Letters of one day to you", p => l => l.To == p.Id).Removed("They were for this person alone."),
        HeldRecord.Of<OutboxMessage>("Mail to your address", p =>
        {
            var (id, address) = (p.Id, p.Mail ?? "");
            return m => m.Person == id || (m.To == address && address != "");
        }).Without(nameof(OutboxMessage.Secret)).Removed("What was sent is out of the hub's hands; what waits is not sent."),
        HeldRecord.Of<StoppedAddress>("That mail to your address is stopped", p =>
        {
            var address = StoppedAddress.Known(p.Mail ?? "");
            return s => s.Address == address;
        }).Removed("Nothing is mailed any more."),
        HeldRecord.Of<Notification>("Notices to others that name you", p => n => n.To != p.Id && (n.Text.Contains(p.Name) || n.Subject.Contains(p.Name)))
            .Unnamed("The notice stays with whoever received it, without the name.", (notice, f) => notice.Unname(f.Card.Name)),
        HeldRecord.Of<OutboxMessage>("Mail to others that names you", p =>
        {
            var (id, address) = (p.Id, p.Mail ?? "");
            return m => (m.Person == null || m.Person != id) && (m.To != address || address == "") && (m.Text.Contains(p.Name) || m.Subject.Contains(p.Name));
        }).Without(nameof(OutboxMessage.Secret), nameof(OutboxMessage.To), nameof(OutboxMessage.Person)).Unnamed("What was sent is out of the hub's hands; what waits leaves without the name.", (mail, f) => mail.Unname(f.Card.Name)),
    ];
}
