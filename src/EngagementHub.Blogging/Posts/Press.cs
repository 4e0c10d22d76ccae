using EngagementHub.Blogging.Blogs;
using EngagementHub.Blogging.Hosting;
using EngagementHub.Conversation;
using EngagementHub.Core.Time;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.Blogging.Posts;

/// <summary>Brings posts before readers: asks the calendar, gives the address, opens the discussion.</summary>
internal sealed class Press(HubDb db, HostingCalendar calendar, Rights rights, IConversation conversation)
{
    /// <exception cref="BrokenRuleException">The pen is not the person's now, or not at the instant of publication.</exception>
    public async Task PublishAsync(Blog blog, Post post, (DateTimeOffset From, CommentTerms Comments) wanted, StaffId by, DateTimeOffset now)
    {
        // A period accepted at this moment may change whose day it is: of the two only one is saved.
        blog.TakeTurn();
        var runs = await rights.RunsAsync(blog, by);
        var pen = await calendar.PenAsync(blog, now);
        // What was sent to the owner is published in the author's name, with the author's rights.
        var author = runs && post.SubmittedBy is { } sent && pen.LetsPost(sent, runsBlog: false) ? sent : by;
        runs &= author == by;
        pen.RequireLetsPost(author, runs, runs ? null : await calendar.PeriodOfAsync(blog, author, pen.Day));
        var then = await calendar.PenAsync(blog, wanted.From);
        if (!then.LetsPost(author, runs))
        {
            throw new BrokenRuleException(
                pen.Period is { } own ? $"{(author == by ? "Your" : "The author's")} period ends on {Say.Day(own.LastDay)}. Choose a day until then"
                : $"A guest holds the pen on that day ({then.Period!.Days}). Choose a day outside that period",
                "Day");
        }

        post.Publish(Publication.Of(wanted.From, blog, then.Period?.Id), by, now, wanted.Comments);
        await OpenDiscussionAsync(post, blog);
    }

    public Task OpenDiscussionAsync(Post post, Blog blog) => conversation.OpenAsync(post.Subject, Terms(post, blog, post.Day!.Value, post.Comments.ClosesOn));

    public async Task WithdrawAsync(Blog blog, Post post, string reason, StaffId by, DateTimeOffset at)
    {
        post.Withdraw(by, at, reason);
        await CloseDiscussionAsync(post, blog, at);
    }

    /// <summary>Nobody may comment on what readers cannot see.</summary>
    public async Task CloseDiscussionAsync(Post post, Blog blog, DateTimeOffset at, CancellationToken cancellation = default)
    {
        if ((await conversation.CountsAsync([post.Subject], cancellation)).ContainsKey(post.Subject))
        {
            var yesterday = at.DayIn(blog.Zone).AddDays(-1);
            await conversation.OpenAsync(post.Subject, Terms(post, blog, yesterday, yesterday), cancellation);
        }
    }

    /// <summary>Gives the post the address it asks for, or the one its title makes, and keeps the old one working.</summary>
    /// <exception cref="BrokenRuleException">The address was asked for by name and is taken.</exception>
    public async Task AddressAsync(Blog blog, Post post, string? wanted = null, CancellationToken cancellation = default)
    {
        var slug = Slug.From(string.IsNullOrWhiteSpace(wanted) ? post.Title : wanted);
        blog.TakeTurn();
        var taken = await TakenAsync(post, slug, cancellation);
        if (!string.IsNullOrWhiteSpace(wanted) && taken.Contains(slug))
        {
            throw new BrokenRuleException($"Another post of this blog already has the address ending “{slug}”. Choose another", "Address");
        }

        var free = taken.Contains(slug) ? Enumerable.Range(2, taken.Count + 1).Select(n => $"{slug}-{n}").First(s => !taken.Contains(s)) : slug;
        if (post.Day is not null && post.Slug != free)
        {
            db.OldAddresses.Add(OldAddress.Of(post));
        }

        post.Address(free);
    }

    // Also what other posts were once called: links to them must not lead to this one.
    private async Task<List<string>> TakenAsync(Post post, string slug, CancellationToken cancellation)
    {
        var (blog, id) = (post.BlogId, post.Id);
        return
        [
            .. await db.Posts.Where(p => p.BlogId == blog && p.Id != id && p.Slug.StartsWith(slug)).Select(p => p.Slug).ToListAsync(cancellation),
            .. await db.OldAddresses.Where(a => a.BlogId == blog && a.PostId != id && a.Slug.StartsWith(slug)).Select(a => a.Slug).ToListAsync(cancellation),
            .. db.Posts.Local.Where(p => p.BlogId == blog && p.Id != id).Select(p => p.Slug),
        ];
    }

    private static DiscussionTerms Terms(Post post, Blog blog, DateOnly opens, DateOnly? closes) => new(
        post.Title, Addresses.Of(blog, post), post.Comments.PreModerated, post.Comments.Anonymity, opens, closes, blog.Zone)
    {
        Blog = blog.Slug,
    };
}
