using EngagementHub.Blogging.Blogs;
using EngagementHub.Conversation;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.Blogging.Recipes;

/// <summary>Orchard Core's content type Blog; comment terms stand in our own <c>CommentsPart</c>.</summary>
internal sealed class BlogContent(HubDb db, IStaffDirectory directory) : IContentType
{
    public string ContentType => "Blog";

    public async Task ImportAsync(RecipeNode item, RecipeStep step, CancellationToken cancellation)
    {
        var id = item["ContentItemId"].Id();
        var name = item.Find("TitlePart")?["Title"].Text() ?? item["DisplayText"].Text();
        var owner = await directory.PersonAsync(item.Find("Owner") ?? item["Author"], cancellation);
        var blog = await db.Blogs.FindAsync([id], cancellation);
        if (blog is null)
        {
            var path = item["AutoroutePart"]["Path"];
            var slug = Posts.Slug.From(path.Text());
            if (await db.Blogs.AnyAsync(b => b.Slug == slug, cancellation))
            {
                throw path.Refuse($"another blog is at /blogs/{slug} already; give this one another path");
            }

            blog = Blog.Open(id, slug, name, owner.Id, item.Field("Zone", "Europe/London"));
            db.Blogs.Add(blog);
        }

        blog.Describe(name, item.Field("Strapline", ""), owner.Id, Policy(item.Find("CommentsPart")));
    }

    private static CommentPolicy Policy(RecipeNode? part) => part is null
        ? CommentPolicy.Usual
        : new(part.FlagOr("PreModerated", true), part.AnonymityOr(Anonymity.NotRecorded), part.Find("OpenForDays")?.Number());
}

internal static class ContentFields
{
    /// <summary>A text field the content type owns: <c>"Blog": { "Strapline": { "Text": "…" } }</c>.</summary>
    public static string Field(this RecipeNode item, string name, string fallback) =>
        item.Find(item["ContentType"].Text())?.Find(name)?.TextOr("Text", fallback) ?? fallback;

    /// <summary><c>"Anonymity": "named"</c>, <c>"name-withheld"</c>, <c>"kept-together"</c> or <c>"not-recorded"</c>; or, as before there were levels, <c>"AnonymousAllowed": true</c>.</summary>
    public static Anonymity AnonymityOr(this RecipeNode part, Anonymity fallback) => part.Find("Anonymity") is not { } level
        ? part.Find("AnonymousAllowed")?.Flag() is { } allowed ? allowed ? Anonymity.NotRecorded : Anonymity.Named : fallback
        : level.Text().ToLowerInvariant() switch
        {
            "named" => Anonymity.Named,
            "name-withheld" => Anonymity.NameWithheld,
            "kept-together" => Anonymity.KeptTogether,
            "not-recorded" => Anonymity.NotRecorded,
            var other => throw level.Refuse($"'{other}' is no level of anonymity; use named, name-withheld, kept-together or not-recorded"),
        };

    /// <summary>The word by which recipes name a level.</summary>
    public static string InRecipes(this Anonymity level) => level switch
    {
        Anonymity.Named => "named",
        Anonymity.NameWithheld => "name-withheld",
        Anonymity.KeptTogether => "kept-together",
        _ => "not-recorded",
    };
}
