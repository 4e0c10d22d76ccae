using EngagementHub.Blogging.Blogs;
using EngagementHub.Blogging.Hosting;
using EngagementHub.Blogging.Posts.Images;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.Blogging.Posts.Writing;

/// <summary>Saves what was typed, beside what others saved meanwhile.</summary>
internal sealed class WritingDesk(HubDb db, Press press, Uploads uploads, UnsavedTexts unsaved, Signers signers, Colleagues colleagues)
{
    public Uploads Uploads => uploads;

    public UnsavedTexts Unsaved => unsaved;

    public Signers Signers => signers;

    public Task<string> NameAsync(StaffId person) => colleagues.NameAsync(person);

    /// <summary>Begins a post. The caller saves.</summary>
    public async Task<Post> BeginAsync(Blog blog, Contribution hand, Typed typed, DateTimeOffset at)
    {
        var post = Post.Draft(blog, hand.Over(new Manuscript("", "", PostKind.Entry, []), typed), hand.By, at);
        await uploads.ClaimAsync(post, hand.By);
        await press.AddressAsync(blog, post);
        db.Posts.Add(post);
        return post;
    }

    /// <summary>Takes the changes into the post. The caller saves.</summary>
    public async Task<Saved> ReviseAsync(Blog blog, Post post, Contribution hand, Typed typed, DateTimeOffset at)
    {
        var saved = post.Manuscript;
        var start = typed.Revision == post.Revision ? saved : await WordingAsync(post, typed.Revision) ?? saved;
        var mine = hand.Over(start, typed).Checked();
        if ((typed.Revision == post.Revision ? mine : Merge.Of(start, saved, mine)) is not { } next)
        {
            return Saved.NotYet;
        }

        post.Revise(next, hand.By, at);
        await uploads.ClaimAsync(post, hand.By);
        await AddressAsync(blog, post, hand.Leads ? typed.Address : null);
        return next.SaysTheSameAs(mine) ? Saved.Alone : Saved.WithOthers;
    }

    private async Task<Manuscript?> WordingAsync(Post post, int number)
    {
        var id = post.Id;
        var wording = await db.PostRevisions.AsNoTracking().FirstOrDefaultAsync(r => r.PostId == id && r.Number == number);
        return wording is null ? null : wording.Manuscript with { Kind = post.Kind };
    }

    private async Task AddressAsync(Blog blog, Post post, string? wanted)
    {
        if (post.Day is null || (!string.IsNullOrWhiteSpace(wanted) && Slug.From(wanted) != post.Slug))
        {
            await press.AddressAsync(blog, post, wanted);
        }

        if (post.Day is not null)
        {
            await press.OpenDiscussionAsync(post, blog);
        }
    }
}

/// <summary>How a change met those of others.</summary>
internal enum Saved
{
    /// <summary>Nobody else had changed anything.</summary>
    Alone,

    /// <summary>Somebody else had changed something else; both are kept.</summary>
    WithOthers,

    /// <summary>Somebody else had changed the same thing; the person decides first.</summary>
    NotYet,
}
