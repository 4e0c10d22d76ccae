using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using EngagementHub.Blogging.Blogs;
using EngagementHub.Blogging.Posts;
using EngagementHub.Core.Time;

namespace EngagementHub.Blogging.Recipes;

/// <summary>A blog as plain files: a Markdown file for each post, with who, what and when in front of it. Nothing anybody wrote becomes a path.</summary>
internal sealed class PlainFiles(BlogExport export)
{
    // A zip file knows no earlier day.
    private const int FirstYear = 1980;

    private static readonly JsonSerializerOptions Quoted = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public async Task<byte[]> ZipAsync(Blog blog, DateTimeOffset now, CancellationToken cancellation = default)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            HashSet<string> taken = [];
            foreach (var post in await export.PostsAsync(blog, now, cancellation))
            {
                await WriteAsync(zip, blog, post, NameOf(post, taken), cancellation);
            }
        }

        return bytes.ToArray();
    }

    private static string NameOf(Post post, HashSet<string> taken)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"{post.Day:yyyy-MM-dd}-{Slug.From(post.Slug)}");
        return taken.Add(name) ? name : $"{name}-{RecipeIds.Of(post.Id)}";
    }

    private static async Task WriteAsync(ZipArchive zip, Blog blog, Post post, string name, CancellationToken cancellation)
    {
        var entry = zip.CreateEntry($"{Slug.From(blog.Slug)}/{name}.md");
        entry.LastWriteTime = post.PublishAt!.Value.In(blog.Zone) is { Year: >= FirstYear } at ? at : entry.LastWriteTime;
        await using var stream = await entry.OpenAsync(cancellation);
        await stream.WriteAsync(Encoding.UTF8.GetBytes(Text(blog, post)), cancellation);
    }

    // YAML takes JSON's quoted texts as they are, whatever stands in them.
    private static string Text(Blog blog, Post post)
    {
        var text = new StringBuilder("---\n");
        foreach (var (name, value) in Front(blog, post))
        {
            text.Append(name).Append(": ").Append(JsonSerializer.Serialize(value, Quoted)).Append('\n');
        }

        text.Append("---\n");
        foreach (var section in post.Sections)
        {
            text.Append('\n').Append(section.Markdown).Append("\n\n_").Append(Signature(section)).Append("_\n");
        }

        foreach (var note in post.Corrections)
        {
            text.Append("\n> Correction, ").Append(Say.ShortDay(note.At.DayIn(blog.Zone))).Append(", ").Append(note.Name).Append(": ").Append(note.Text.ReplaceLineEndings("\n> ")).Append('\n');
        }

        return text.ToString();
    }

    private static string Signature(Section section) => string.IsNullOrEmpty(section.Title) ? section.Name : $"{section.Name}, {section.Title}";

    private static IEnumerable<(string Name, object Value)> Front(Blog blog, Post post) =>
    [
        ("title", post.Title),
        ("standfirst", post.Standfirst),
        ("blog", blog.Name),
        ("authors", post.Sections.Select(Signature).Distinct().ToArray()),
        ("date", post.PublishAt!.Value.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture)),
        ("changed", post.ChangedAt.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture)),
        ("tags", post.Tags.ToArray()),
        ("address", Addresses.Of(blog, post)),
    ];
}
