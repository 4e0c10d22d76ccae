using EngagementHub.Core.Jobs;
using EngagementHub.Core.Time;
using EngagementHub.Core.Web;
using EngagementHub.Notifications.Inbox;
using EngagementHub.Notifications.Preferences;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace EngagementHub.Notifications.Daily;

/// <summary>Gathers what waits for the daily letter of each person whose hour has come. One letter a person and day, whichever node is quicker.</summary>
internal sealed class DailyLetters(HubDb db, IOutbox outbox, IOptions<HubOptions> hub) : IJob
{
    public const string JobName = "notifications.daily-letters";

    public string Name => JobName;

    public TimeSpan Every => TimeSpan.FromMinutes(5);

    public async Task RunAsync(DateTimeOffset now, CancellationToken cancellation)
    {
        var waiting = await db.Notifications.Where(n => n.WaitsForLetter).Select(n => n.To).Distinct().ToListAsync(cancellation);
        foreach (var person in waiting)
        {
            await GatherAsync(person, now, cancellation);
        }
    }

    private async Task GatherAsync(StaffId person, DateTimeOffset now, CancellationToken cancellation)
    {
        var (today, zone) = (now.DayIn(hub.Value.Zone), hub.Value.Zone);
        var preference = await db.Preferences.AsNoTracking().FirstOrDefaultAsync(p => p.Who == person, cancellation) ?? Preference.Of(person);
        if (now.In(zone).Hour < preference.Hour || await db.DailyLetters.AnyAsync(l => l.To == person && l.Day == today, cancellation))
        {
            return;
        }

        // What comes after the hour goes into the next day's letter, also when this one is written late.
        var hour = today.ToDateTime(new TimeOnly(preference.Hour, 0));
        var notices = (await db.Notifications.Where(n => n.To == person && n.WaitsForLetter).ToListAsync(cancellation)).Where(n => n.At.In(zone).DateTime < hour).ToList();
        if (notices.Count > 0)
        {
            Write(DailyLetter.On(today, person), notices, preference, now);
            await SaveAsync(cancellation);
        }

        db.ChangeTracker.Clear();
    }

    private void Write(DailyLetter letter, List<Notification> notices, Preference preference, DateTimeOffset now)
    {
        // Who has since asked for nothing by mail gets nothing.
        notices.Where(n => preference.For(n.Kind) == Delivery.OnSite).ToList().ForEach(n => n.StayOnSite());
        var sent = notices.Where(n => n.WaitsForLetter).ToList();
        if (sent.Count > 0)
        {
            sent.ForEach(n => n.GoInto(letter.Id));
            db.DailyLetters.Add(letter);
            outbox.Queue(new QueuedLetter(letter.Subject, null, ""), now);
        }
    }

    private async Task SaveAsync(CancellationToken cancellation)
    {
        try
        {
            await db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateException twice) when (twice is DbUpdateConcurrencyException || Duplicates.Caused(twice))
        {
            // Another node gathered the same at the same moment, or the person read them: what is left is seen by the next run.
        }
    }
}
