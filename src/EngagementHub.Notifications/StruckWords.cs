using Microsoft.EntityFrameworkCore;

namespace EngagementHub.Notifications;

/// <summary>Strikes words in the notices about a thing and in the mail that tells of it, sent or not: what was sent is out of our hands, what we keep is not.</summary>
internal sealed class StruckWords(HubDb db) : IHandle<WordsStruck>
{
    public async Task HandleAsync(WordsStruck happened, CancellationToken cancellation)
    {
        var named = happened.Of.Id.ToString();
        (await db.Notifications.Where(n => n.Link.Contains(named)).ToListAsync(cancellation)).ForEach(n => n.Strike(happened));
        (await db.Outbox.Where(m => m.Text.Contains(named)).ToListAsync(cancellation)).ForEach(m => m.Strike(happened));
    }
}
