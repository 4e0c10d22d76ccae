using System.Text.RegularExpressions;
using EngagementHub.Blogging.Blogs;
using EngagementHub.Blogging.Hosting;
using EngagementHub.Blogging.Posts;
using EngagementHub.Blogging.Posts.Images;

namespace EngagementHub.Blogging.Recipes;

/// <summary>Orchard Core's content type BlogPost, with our own parts for signed sections, comment terms, the hosting period and corrections.</summary>
internal sealed class BlogPostContent(HubDb db, IStaffDirectory directory, HostingCalendar calendar, Press press, PostItem items, Uploads uploads) : IContentType
{
    public string ContentType => "BlogPost";

    public async Task ImportAsync(RecipeNode item, RecipeStep step, CancellationToken cancellation)
    {
        var blog = await BlogOfAsync(item, cancellation);
        var author = await directory.PersonAsync(item.Find("Author") ?? item["Owner"], cancellation);
        var manuscript = await ManuscriptAsync(item, author, cancellation);
        var version = VersionOf(item, manuscript);
        var post = await db.Posts.FindAsync([item["ContentItemId"].Id()], cancellation);

        // People may have changed since what was imported: the same version says nothing new, and what was withdrawn stays so.
        if (post is not null && (post.ImportedVersion == version || post.WithdrawnAt is not null || await items.IsSaidAsync(blog, post, version, cancellation)))
        {
            return;
        }

        var published = item.FlagOr("Published", true) ? item.Find("PublishedUtc")?.Instant() : null;
        var changed = item.Find("ModifiedUtc")?.Instant() ?? published ?? step.At;
        if (post is null)
        {
            post = Write(() => Post.Draft(item["ContentItemId"].Id(), blog, manuscript, author.Id, changed), item);
            post.Recall(item.Find("CreatedUtc")?.Instant() ?? changed);
            await AddressAsync(item, blog, post, cancellation);
            db.Posts.Add(post);
        }
        else
        {
            Write(() => post.Revise(manuscript, author.Id, changed > post.ChangedAt ? changed : step.At), item);
            if (SlugOf(item) is { } slug && Slug.From(slug) != post.Slug)
            {
                await AddressAsync(item, blog, post, cancellation);
            }
        }

        await WriteAsync(() => uploads.ClaimImportedAsync(post), item);
        post.Recall(version);
        post.Recall(await CorrectionsAsync(item, cancellation));
        await PublishAsync(item, post, blog, published, cancellation);
    }

    private Task AddressAsync(RecipeNode item, Blog blog, Post post, CancellationToken cancellation) =>
        WriteAsync(() => press.AddressAsync(blog, post, SlugOf(item), cancellation), item);

    // An item without a version is known by its words.
    private static string VersionOf(RecipeNode item, Manuscript manuscript) =>
        item.Find("ContentItemVersionId")?.Text()
        ?? StableId.From(string.Join('\n', [manuscript.Title, manuscript.Standfirst, .. manuscript.Tags, .. manuscript.Sections.Select(s => $"{s.Name}, {s.Title}: {s.Markdown}")])).ToString();

    /// <summary>What is published already keeps its day, its period and its terms; only its title may be new to the discussion.</summary>
    private async Task PublishAsync(RecipeNode item, Post post, Blog blog, DateTimeOffset? published, CancellationToken cancellation)
    {
        if (post.PublishAt is null && published is { } at)
        {
            var publication = Publication.Of(at, blog, await PeriodAsync(item, blog, at, cancellation));
            post.Recall(publication);
            Write(() => post.InviteComments(Terms(item.Find("CommentsPart"), blog, publication.Day)), item);
        }

        if (post.PublishAt is not null)
        {
            await press.OpenDiscussionAsync(post, blog);
        }
    }

    private async Task<Blog> BlogOfAsync(RecipeNode item, CancellationToken cancellation)
    {
        var list = item["ContainedPart"]["ListContentItemId"];
        return await db.Blogs.FindAsync([list.Id()], cancellation)
            ?? throw list.Refuse($"there is no blog '{list.Text()}'; its item of type Blog must come before its posts");
    }

    private async Task<Manuscript> ManuscriptAsync(RecipeNode item, StaffCard author, CancellationToken cancellation)
    {
        List<Section> sections = [];
        var signed = item.Find("SignedSectionsPart");
        if (signed?.FlagOr("InsteadOfBody", false) != true && BodyOf(item) is { Length: > 0 } body)
        {
            sections.Add(Section.SignedBy(author, body));
        }

        foreach (var section in signed?.ItemsOf("Sections") ?? [])
        {
            var card = section.Find("Author") is { } name ? await directory.PersonAsync(name, cancellation) : author;
            sections.Add(Section.SignedBy(card, section["Markdown"].Text(), section.Find("Title")?.Text().Trim()) with { Name = section.TextOr("Name", card.Name).Trim() });
        }

        var title = item.Find("TitlePart")?["Title"].Text() ?? item["DisplayText"].Text();
        return new Manuscript(title, item.Field("Subtitle", ""), KindOf(item), sections) { Tags = TagsOf(item) };
    }

    // Orchard's blog has Markdown, or HTML from its editor: that becomes Markdown, and nothing but its words and marks comes through.
    private static string? BodyOf(RecipeNode item) =>
        item.Find("MarkdownBodyPart")?["Markdown"].Text() ?? (item.Find("HtmlBodyPart")?["Html"] is { } html ? Converted(html) : null);

    private static string Converted(RecipeNode html)
    {
        try
        {
            return HtmlBody.ToMarkdown(html.Text());
        }
        catch (RegexMatchTimeoutException)
        {
            throw html.Refuse("this HTML is so broken that it cannot be read in reasonable time; write the text as Markdown");
        }
    }

    private static PostKind KindOf(RecipeNode item) => item.Field("Kind", "entry") switch
    {
        "entry" => PostKind.Entry,
        "digest" => PostKind.Digest,
        "round-up" => PostKind.RoundUp,
        var other => throw item["BlogPost"]["Kind"].Refuse($"'{other}' is no kind of post; use entry, digest or round-up"),
    };

    private static IReadOnlyList<string> TagsOf(RecipeNode item) =>
        [.. item.Find("BlogPost")?.Find("Tags")?.ItemsOf("TagNames").Select(t => t.Text()) ?? []];

    private static string? SlugOf(RecipeNode item) => item.Find("AutoroutePart")?.Find("Path")?.Text().Split('/', StringSplitOptions.RemoveEmptyEntries).LastOrDefault();

    private async Task<Guid?> PeriodAsync(RecipeNode item, Blog blog, DateTimeOffset published, CancellationToken cancellation)
    {
        if (item.Find("HostingPart")?.Find("HostingPeriodId") is not { } name)
        {
            return (await calendar.PenAsync(blog, published, cancellation)).Period?.Id;
        }

        var id = name.Id();
        return await db.HostingPeriods.FindAsync([id], cancellation) is null ? throw name.Refuse($"there is no hosting period '{name.Text()}'; the step HostingPeriods must come before") : id;
    }

    private static CommentTerms Terms(RecipeNode? part, Blog blog, DateOnly day)
    {
        var closes = part?.Find("ClosesOn")?.Day() ?? (part?.FlagOr("StaysOpen", false) == true ? null : blog.Comments.OpenForDays is { } open ? day.AddDays(open) : null);
        return new(part?.FlagOr("PreModerated", blog.Comments.PreModerated) ?? blog.Comments.PreModerated, part?.AnonymityOr(blog.Comments.Anonymity) ?? blog.Comments.Anonymity, closes);
    }

    private async Task<IReadOnlyList<Correction>> CorrectionsAsync(RecipeNode item, CancellationToken cancellation)
    {
        List<Correction> notes = [];
        foreach (var note in item.Find("CorrectionsPart")?.ItemsOf("Notes") ?? [])
        {
            var by = await directory.PersonAsync(note["Author"], cancellation);
            notes.Add(new(by.Id, note.TextOr("Name", by.Name).Trim(), note["AtUtc"].Instant(), note["Text"].Text().Trim()));
        }

        return notes;
    }

    private static T Write<T>(Func<T> act, RecipeNode item)
    {
        try
        {
            return act();
        }
        catch (BrokenRuleException broken)
        {
            throw item.Refuse(broken.Message);
        }
    }

    private static async Task WriteAsync(Func<Task> act, RecipeNode item)
    {
        try
        {
            await act();
        }
        catch (BrokenRuleException broken)
        {
            throw item.Refuse(broken.Message);
        }
    }

    private static void Write(Action act, RecipeNode item) => Write(() => { act(); return true; }, item);
}
