using System.Globalization;
using System.Text.Json.Nodes;
using EngagementHub.Blogging.Blogs;
using EngagementHub.Blogging.Posts;

namespace EngagementHub.Blogging.Recipes;

/// <summary>A blog or a post as a content item of Orchard Core, all its values literal. Its version is made from what it says: the same words, the same version.</summary>
internal sealed class PostItem(IStaffDirectory directory)
{
    private readonly Dictionary<StaffId, string> _names = [];

    public async Task<JsonObject> OfAsync(Blog blog, CancellationToken cancellation = default)
    {
        var owner = await NameAsync(blog.Owner, cancellation);
        var item = Item("Blog", blog.Id, blog.Name, owner);
        item["AutoroutePart"] = new JsonObject { ["Path"] = blog.Slug };
        item["Blog"] = new JsonObject { ["Strapline"] = Text(blog.Strapline), ["Zone"] = Text(blog.Zone) };
        item["CommentsPart"] = new JsonObject { ["PreModerated"] = blog.Comments.PreModerated, ["Anonymity"] = blog.Comments.Anonymity.InRecipes(), ["OpenForDays"] = blog.Comments.OpenForDays };
        return Versioned(item);
    }

    public async Task<JsonObject> OfAsync(Blog blog, Post post, CancellationToken cancellation = default)
    {
        var item = Item("BlogPost", post.Id, post.Title, await NameAsync(post.Author, cancellation));
        (item["CreatedUtc"], item["ModifiedUtc"], item["PublishedUtc"]) = (Utc(post.CreatedAt), Utc(post.ChangedAt), Utc(post.PublishAt!.Value));
        item["AutoroutePart"] = new JsonObject { ["Path"] = string.Create(CultureInfo.InvariantCulture, $"{blog.Slug}/{post.Day!.Value:yyyy/MM/dd}/{post.Slug}") };
        item["ContainedPart"] = new JsonObject { ["ListContentItemId"] = RecipeIds.Of(blog.Id), ["Order"] = 0 };
        item["BlogPost"] = new JsonObject
        {
            ["Subtitle"] = Text(post.Standfirst),
            ["Kind"] = Text(post.Kind switch { PostKind.Digest => "digest", PostKind.RoundUp => "round-up", _ => "entry" }),
            ["Tags"] = new JsonObject { ["TagNames"] = new JsonArray([.. post.Tags.Select(t => (JsonNode)Literal.Of(t))]) },
        };
        item["MarkdownBodyPart"] = new JsonObject { ["Markdown"] = Literal.Of(string.Join("\n\n", post.Sections.Select(s => s.Markdown))) };
        item["SignedSectionsPart"] = new JsonObject { ["InsteadOfBody"] = true, ["Sections"] = await SectionsAsync(post, cancellation) };
        item["CommentsPart"] = Terms(post.Comments);
        item["CorrectionsPart"] = new JsonObject { ["Notes"] = await CorrectionsAsync(post, cancellation) };
        return Versioned(item);
    }

    /// <summary>Whether a recipe's item says what the post says already.</summary>
    public async Task<bool> IsSaidAsync(Blog blog, Post post, string version, CancellationToken cancellation) =>
        post.PublishAt is not null && (await OfAsync(blog, post, cancellation))["ContentItemVersionId"]!.GetValue<string>() == version;

    private static JsonObject Item(string type, Guid id, string title, string owner) => new()
    {
        ["ContentItemId"] = RecipeIds.Of(id),
        ["ContentItemVersionId"] = "",
        ["ContentType"] = type,
        ["DisplayText"] = Literal.Of(title),
        ["Latest"] = true,
        ["Published"] = true,
        ["Owner"] = Literal.Of(owner),
        ["Author"] = Literal.Of(owner),
        ["TitlePart"] = new JsonObject { ["Title"] = Literal.Of(title) },
    };

    private static JsonObject Versioned(JsonObject item)
    {
        item["ContentItemVersionId"] = RecipeIds.Of(StableId.From(item.ToJsonString()));
        return item;
    }

    private static JsonObject Text(string text) => new() { ["Text"] = Literal.Of(text) };

    private static JsonObject Terms(CommentTerms terms)
    {
        var part = new JsonObject { ["PreModerated"] = terms.PreModerated, ["Anonymity"] = terms.Anonymity.InRecipes() };
        (string Name, JsonNode Value) closes = terms.ClosesOn is { } day ? ("ClosesOn", day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)) : ("StaysOpen", true);
        part[closes.Name] = closes.Value;
        return part;
    }

    private async Task<JsonArray> SectionsAsync(Post post, CancellationToken cancellation)
    {
        var sections = new JsonArray();
        foreach (var section in post.Sections)
        {
            sections.Add(new JsonObject
            {
                ["Author"] = Literal.Of(await NameAsync(section.Author, cancellation)),
                ["Name"] = Literal.Of(section.Name),
                ["Title"] = Literal.Of(section.Title),
                ["Markdown"] = Literal.Of(section.Markdown),
            });
        }

        return sections;
    }

    private async Task<JsonArray> CorrectionsAsync(Post post, CancellationToken cancellation)
    {
        var notes = new JsonArray();
        foreach (var note in post.Corrections)
        {
            notes.Add(new JsonObject { ["Author"] = Literal.Of(await NameAsync(note.By, cancellation)), ["Name"] = Literal.Of(note.Name), ["AtUtc"] = Utc(note.At), ["Text"] = Literal.Of(note.Text) });
        }

        return notes;
    }

    private async Task<string> NameAsync(StaffId who, CancellationToken cancellation) =>
        _names.TryGetValue(who, out var known) ? known : _names[who] = (await directory.FindAsync(who, cancellation))?.UserName ?? RecipeIds.Of(who.Value);

    // To the microsecond, as both databases keep it.
    private static string Utc(DateTimeOffset instant) => instant.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFF'Z'", CultureInfo.InvariantCulture);
}
