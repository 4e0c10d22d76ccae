using EngagementHub.Blogging.Blogs;
using EngagementHub.Blogging.Hosting;
using EngagementHub.Core.Time;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.Blogging.Reading;

/// <summary>What stands at the top of every page of a blog: its name and who is in charge.</summary>
internal sealed record Masthead(Blog Blog, Pen Pen, StaffCard? Holder, DateTimeOffset Now)
{
    public DateOnly Today => Pen.Day;

    public string HolderName => Holder?.Name ?? "The blog's owner";

    /// <summary>"until Friday 27 April", without the year in the same year.</summary>
    public string? Until => Pen.Period is not { } period ? null
        : "until " + (period.LastDay.Year == Today.Year ? period.LastDay.ToString("dddd d MMMM", Say.English) : Say.Day(period.LastDay));

    /// <summary>By when to ask and when answers come, as long as either lies ahead.</summary>
    public string? Window => Pen.Period is not { } period ? null
        : new QuestionWindow(period.AskBy >= Today ? period.AskBy : null, period.AnswerBy >= Today ? period.AnswerBy : null).Sentence;
}

internal sealed class Mastheads(HubDb db, HostingCalendar calendar, IStaffDirectory directory, TimeProvider clock)
{
    public async Task<Masthead?> FindAsync(string? slug, CancellationToken cancellation = default) =>
        await db.Blogs.FirstOrDefaultAsync(b => b.Slug == slug, cancellation) is { } blog ? await OfAsync(blog, cancellation) : null;

    public async Task<IReadOnlyList<Masthead>> AllAsync(CancellationToken cancellation = default)
    {
        List<Masthead> all = [];
        foreach (var blog in await db.Blogs.OrderBy(b => b.Name).ToListAsync(cancellation))
        {
            all.Add(await OfAsync(blog, cancellation));
        }

        return all;
    }

    private async Task<Masthead> OfAsync(Blog blog, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var pen = await calendar.PenAsync(blog, now, cancellation);
        return new(blog, pen, await directory.FindAsync(pen.Holder, cancellation), now);
    }
}
