using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;
using EngagementHub.Blogging.Blogs;
using EngagementHub.Blogging.Posts;
using EngagementHub.Blogging.Reading;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.Blogging.Recipes;

/// <summary>Writes a blog and what readers see of it as a recipe of Orchard Core. The same blog makes the same bytes; reading them back changes nothing.</summary>
internal sealed class BlogExport(PostCards cards, PostItem items)
{
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.Create(UnicodeRanges.All), NewLine = "\n" };

    /// <summary>The posts that leave with the blog, oldest first.</summary>
    public Task<List<Post>> PostsAsync(Blog blog, DateTimeOffset now, CancellationToken cancellation = default) =>
        cards.Seen(blog, now).OrderBy(p => p.PublishAt).ThenBy(p => p.Id).ToListAsync(cancellation);

    public async Task<byte[]> RecipeAsync(Blog blog, DateTimeOffset now, CancellationToken cancellation = default)
    {
        var data = new JsonArray(await items.OfAsync(blog, cancellation));
        foreach (var post in await PostsAsync(blog, now, cancellation))
        {
            data.Add(await items.OfAsync(blog, post, cancellation));
        }

        var recipe = new JsonObject
        {
            ["name"] = $"blog-{blog.Slug}",
            ["displayName"] = Literal.Of(blog.Name),
            ["description"] = "A blog and its published posts, with authors and dates. The people who wrote them must be there under the same user names.",
            ["version"] = "1.0.0",
            ["issetuprecipe"] = false,
            ["steps"] = new JsonArray(new JsonObject { ["name"] = "content", ["data"] = data }),
        };
        return Encoding.UTF8.GetBytes(recipe.ToJsonString(Readable) + "\n");
    }
}

/// <summary>Texts that a reader of recipes takes as they stand.</summary>
internal static class Literal
{
    // A text that looks like script would be run, or refused. A space before it is trimmed off again when it is read.
    public static string Of(string text) => RecipeNode.IsScript(text) ? " " + text : text;
}
