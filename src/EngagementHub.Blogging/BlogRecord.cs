using System.Text.RegularExpressions;
using EngagementHub.Blogging.Hosting;
using EngagementHub.Blogging.Posts;
using EngagementHub.Core.Keeping;
using EngagementHub.Core.Text;
using EngagementHub.Core.Time;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.Blogging;

/// <summary>What a release holds of the blog: who held the pen, and each post with every wording that readers may have had.</summary>
internal sealed partial class BlogRecord(HubDb db, IEnumerable<IPostEmbed> embeds) : ITellRecord
{
    public int Order => 10;

    public async Task<IReadOnlyList<RecordItem>> ItemsAsync(RecordScope scope, CancellationToken cancellation = default)
    {
        List<RecordItem> items = [];
        var id = scope.Scope.Id;
        if (scope.Scope.Kind == HostingPeriod.SubjectKind && await db.HostingPeriods.AsNoTracking().FirstOrDefaultAsync(p => p.Id == id, cancellation) is { } period)
        {
            items.Add(Period(period));
        }

        var posts = scope.Posts.Select(p => p.Id).ToList();
        var revisions = (await db.PostRevisions.AsNoTracking().Where(r => posts.Contains(r.PostId)).OrderBy(r => r.Number).ToListAsync(cancellation)).ToLookup(r => r.PostId);
        foreach (var post in await db.Posts.AsNoTracking().Where(p => posts.Contains(p.Id)).OrderBy(p => p.PublishAt).ToListAsync(cancellation))
        {
            items.Add(await PostAsync(post, scope, cancellation));
            items.AddRange(await EarlierAsync(post, revisions[post.Id], scope, cancellation));
        }

        return items;
    }

    private static RecordItem Period(HostingPeriod period) => new(period.Subject, "Hosting period", $"Hosting period, {period.Days}", null)
    {
        People =
        [
            new("Host", period.Host, null, null, IsInOffice: true),
            .. period.StandIn is { } standIn ? (RecordPerson[])[new("Stand-in", standIn, null, null, IsInOffice: true)] : [],
            .. period.CoResponders.Select(c => new RecordPerson("Answered beside the host", c.Person, null, c.Title, IsInOffice: true)),
        ],
        Words = [new("Brief", PlainBlocks.OfPost(period.Brief))],
    };

    private async Task<RecordItem> PostAsync(Post post, RecordScope scope, CancellationToken cancellation) => new(post.Subject, "Posts", post.Title, post.Day)
    {
        People = [.. post.Sections.Select(Signer).Distinct(), .. post.Corrections.Select(c => new RecordPerson("Corrected by", c.By, c.Name, null, IsInOffice: true)).Distinct()],
        Words =
        [
            .. post.WithdrawnAt is { } at ? (RecordWords[])[new($"Withdrawn on {Say.ShortDay(at.DayIn(scope.Zone))}", post.WithdrawnBecause ?? "")] : [],
            new("Standfirst", post.Standfirst),
            .. await TextAsync(post.Sections, cancellation),
            .. post.Corrections.Select(c => new RecordWords($"Correction of {Say.ShortDay(c.At.DayIn(scope.Zone))}", c.Text)),
            .. post.Tags.Count == 0 ? (RecordWords[])[] : [new("Tags", string.Join(", ", post.Tags))],
        ],
    };

    // Wordings saved before readers saw any are drafts, and drafts are nobody's record yet.
    private async Task<IReadOnlyList<RecordItem>> EarlierAsync(Post post, IEnumerable<PostRevision> revisions, RecordScope scope, CancellationToken cancellation)
    {
        List<PostRevision> all = [.. revisions.Where(r => r.Number < post.Revision)];
        var firstShown = all.LastOrDefault(r => r.At <= post.PublishAt)?.Number ?? 0;
        List<RecordItem> items = [];
        foreach (var revision in all.Where(r => r.Number >= firstShown && post.ChangedAt > post.PublishAt))
        {
            items.Add(new(new("blogging.revision", revision.Id), "Earlier wordings", $"{revision.Title}, wording {revision.Number}", revision.At.DayIn(scope.Zone))
            {
                People = [new("Saved by", revision.By, null, null, IsInOffice: true), .. revision.Sections.Select(Signer).Distinct()],
                Words = [new("Standfirst", revision.Standfirst), .. await TextAsync(revision.Sections, cancellation)],
            });
        }

        return items;
    }

    private static RecordPerson Signer(Section section) => new("Signed by", section.Author, section.Name, section.Title, IsInOffice: true);

    private async Task<IReadOnlyList<RecordWords>> TextAsync(IReadOnlyList<Section> sections, CancellationToken cancellation)
    {
        List<RecordWords> words = [];
        foreach (var section in sections.Where(s => !s.IsAwaited))
        {
            words.Add(new(sections.Count > 1 ? $"Part {words.Count + 1}" : "", PlainBlocks.From(await WithQuotationsAsync(PostText.ToHtml(section.Markdown), cancellation))));
        }

        return words;
    }

    // A comment is quoted by reference: its words are looked up as readers see them now. Figures that stay live are named and not drawn.
    private async Task<string> WithQuotationsAsync(string html, CancellationToken cancellation)
    {
        foreach (Match match in Embeds().Matches(html))
        {
            var content = embeds.FirstOrDefault(e => e.Name == "comment" && e.Name == match.Groups["name"].Value) is { } embed
                ? await embed.RenderAsync(match.Groups["argument"].Value, default, cancellation)
                : null;
            using var writer = new StringWriter();
            content?.WriteTo(writer, System.Text.Encodings.Web.HtmlEncoder.Default);
            html = html.Replace(match.Value, content is null ? $"<p>[shown here on the site: {match.Groups["name"].Value}]</p>" : writer.ToString(), StringComparison.Ordinal);
        }

        return html;
    }

    [GeneratedRegex(@"<p>\[\[(?<name>[a-z][a-z-]*):(?<argument>[^\]<]+)\]\]</p>")]
    private static partial Regex Embeds();
}
