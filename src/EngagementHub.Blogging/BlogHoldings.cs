using EngagementHub.Blogging.Blogs;
using EngagementHub.Blogging.Handover;
using EngagementHub.Blogging.Hosting;
using EngagementHub.Blogging.Hosting.Reminders;
using EngagementHub.Blogging.Posts;
using EngagementHub.Blogging.Posts.Images;
using EngagementHub.Blogging.Posts.Writing;
using EngagementHub.Blogging.Subscriptions;
using EngagementHub.Core.Keeping;
using EngagementHub.Core.Time;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.Blogging;

/// <summary>What is kept about those who host, write and follow blogs.</summary>
internal sealed class BlogHoldings(HubDb db) : IHoldPeople
{
    private const string Signed = "Who spoke for the department on a day is part of its record.";

    public IReadOnlyList<HeldRecord> Records { get; } =
    [
        HeldRecord.Among<Post>("Posts that you wrote, changed or corrected", (post, p) => post.IsBy(p.Id) || post.ChangedBy == p.Id || post.SubmittedBy == p.Id || post.Corrections.Any(c => c.By == p.Id))
            .Unnamed(Signed, (post, f) => post.ForgetSigner(f)).InOffice(),
        HeldRecord.Among<PostRevision>("Wordings of posts that you wrote or saved", (revision, p) => revision.By == p.Id || revision.Sections.Any(s => s.Author == p.Id))
            .Unnamed(Signed, (revision, f) => revision.ForgetSigner(f)).InOffice(),
        HeldRecord.Among<HostingPeriod>("Hosting periods that name you", (period, p) => period.Names(p.Id) || period.InvitedBy == p.Id || period.Changes.Any(c => c.By == p.Id))
            .Stays("Who held the pen when stays answerable; the name goes with the directory's entry.").InOffice(),
        HeldRecord.Of<Blog>("Blogs that you own", p => b => b.Owner == p.Id).Stays("A blog needs an owner."),
        HeldRecord.Of<HandoverNote>("Handovers in which you added words", p => n => n.WordsBy == p.Id).Stays(Signed).InOffice(),
        HeldRecord.Of<HandoverLine>("What you had or took over at a handover", p => l => l.Holder == p.Id || l.DecidedBy == p.Id).Stays(Signed).InOffice(),
        HeldRecord.Of<HostingReminder>("Reminders of hosting days to you", p => r => r.To == p.Id).Removed("They were for this person alone."),
        HeldRecord.Of<UnsavedText>("What you were typing and had not saved", p => t => t.Person == p.Id).Removed("It was this person's alone."),
        HeldRecord.Of<Upload>("Pictures that you added", p => u => u.By == p.Id).Stays("A picture belongs to its post; it is kept under a number."),
        HeldRecord.Of<Subscription>("Blogs that you follow by mail", p => s => s.Reader == p.Id).Removed("Nothing is mailed any more; what was mailed is forgotten with it."),
    ];

    public async Task<IReadOnlyList<string>> OwedAsync(StaffId person, DateTimeOffset now, CancellationToken cancellation = default)
    {
        List<string> owed = [.. (await db.Blogs.AsNoTracking().Where(b => b.Owner == person).ToListAsync(cancellation)).Select(b => $"Owns the blog “{b.Name}”. Give it another owner first")];
        var earliest = now.AddDays(-2).DayIn("UTC");
        var blogs = await db.Blogs.AsNoTracking().ToDictionaryAsync(b => b.Id, cancellation);
        var periods = await db.HostingPeriods.AsNoTracking().Where(p => p.LastDay >= earliest && p.WithdrawnAt == null && p.DeclinedAt == null).ToListAsync(cancellation);
        owed.AddRange(periods.Where(p => p.Names(person) && p.LastDay >= now.DayIn(blogs[p.BlogId].Zone)).Select(p => $"Is named for the hosting period {p.Days} of “{blogs[p.BlogId].Name}”. End it, or name somebody else, first"));
        return owed;
    }
}
