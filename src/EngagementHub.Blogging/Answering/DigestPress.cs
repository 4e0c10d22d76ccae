using EngagementHub.Blogging.Posts;
using EngagementHub.Conversation;
using EngagementHub.Core.Time;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.Blogging.Answering;

/// <summary>Publishes a digest as a post. A digest is an answer: whoever may sort may publish it, also while the period winds down.</summary>
internal sealed class DigestPress(HubDb db, ResponseScopes scopes, Rights rights, Press press, IStaffDirectory directory) : IPublishDigest
{
    public async Task<(SubjectRef Post, string Url)> PublishAsync(DigestPost digest, StaffId by, DateTimeOffset at, CancellationToken cancellation = default)
    {
        if (await scopes.PlaceAsync(digest.Scope, cancellation) is not ({ } blog, var period)
            || !await rights.MaySortAsync(blog, period, by, at.DayIn(blog.Zone)))
        {
            throw new BrokenRuleException("Only the host, the stand-in and the blog's owner can publish a digest, and the host only until the period has wound down");
        }

        var kind = digest.Kind == "round-up" ? PostKind.RoundUp : PostKind.Digest;
        var post = Post.Draft(blog, new Manuscript(digest.Title, digest.Standfirst, kind, await SignAsync(digest, period, cancellation)), by, at);
        await press.AddressAsync(await db.Blogs.FirstAsync(b => b.Id == post.BlogId, cancellation), post, cancellation: cancellation);
        post.Publish(Publication.Of(at, blog, period?.Id), by, at);
        if (digest.Comments is { } terms)
        {
            post.InviteComments(new CommentTerms(terms.PreModerated, Enum.Parse<Anonymity>(terms.Anonymity), terms.ClosesOn));
        }

        db.Posts.Add(post);
        await press.OpenDiscussionAsync(post, blog);
        return (post.Subject, Addresses.Of(blog, post));
    }

    private async Task<IReadOnlyList<Section>> SignAsync(DigestPost digest, Hosting.HostingPeriod? period, CancellationToken cancellation)
    {
        var cards = await directory.CardsAsync(digest.Sections.Select(s => s.Author), cancellation);
        return
        [
            .. digest.Sections.Select(s => cards.TryGetValue(s.Author, out var card)
                ? Section.SignedBy(card, s.Markdown, period?.CoResponders.FirstOrDefault(c => c.Person == s.Author)?.Title)
                : throw new BrokenRuleException("A section is signed by somebody the hub does not know")),
        ];
    }
}
