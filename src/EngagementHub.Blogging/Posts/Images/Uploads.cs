using EngagementHub.Blogging.Blogs;
using EngagementHub.Core.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.Blogging.Posts.Images;

/// <summary>The pictures of the posts.</summary>
internal sealed class Uploads(HubDb db, UploadFolder folder)
{
    /// <summary>Takes a picture in and saves it; nothing in the file's name is used.</summary>
    /// <exception cref="BrokenRuleException">It is no picture that the hub shows.</exception>
    public async Task<Upload> TakeInAsync(IFormFile file, Blog blog, StaffId by, DateTimeOffset at, CancellationToken cancellation = default)
    {
        if (file.Length > Picture.LargestFile)
        {
            throw Picture.TooLarge(file.Length);
        }

        using var bytes = new MemoryStream((int)file.Length);
        await file.CopyToAsync(bytes, cancellation);
        var picture = await Picture.DevelopAsync(bytes.ToArray(), cancellation);
        var upload = Upload.Of(picture, blog.Id, by, at);
        await folder.WriteAsync(upload, picture.Bytes, cancellation);
        db.Uploads.Add(upload);
        await db.SaveChangesAsync(cancellation);
        return upload;
    }

    /// <summary>Makes the pictures in what the person wrote the post's own. The caller saves.</summary>
    /// <exception cref="BrokenRuleException">A picture is not of this post, or says nothing to those who do not see it.</exception>
    public async Task ClaimAsync(Post post, StaffId by)
    {
        foreach (var (section, place) in post.Sections.Select((s, i) => (s, i)).Where(s => s.s.Author == by))
        {
            var field = $"Sections[{place}].Text";
            foreach (var image in ImagesIn(section, field))
            {
                await ClaimAsync(post, image, by, field);
            }
        }
    }

    /// <summary>Makes the pictures of an imported post its own. Pictures of elsewhere are shown as their words, as in every post. The caller saves.</summary>
    /// <exception cref="BrokenRuleException">A picture is not here or is another post's, says nothing to those who do not see it, or the text cannot be shown.</exception>
    public async Task ClaimImportedAsync(Post post)
    {
        foreach (var image in post.Sections.SelectMany(s => ImagesIn(s, nameof(Post.Sections))).Where(i => i.Upload is not null))
        {
            RequireWords(image, nameof(Post.Sections));
            var upload = await db.Uploads.FirstOrDefaultAsync(u => u.Id == image.Upload && (u.PostId == null || u.PostId == post.Id))
                ?? throw new BrokenRuleException($"The image {image.Url} is not among the pictures of this post here. Take it out of the text, and add the file again when the post is there");
            upload.BelongTo(post);
        }
    }

    // A text that cannot be read for its pictures cannot be shown either.
    private static IReadOnlyList<PostImage> ImagesIn(Section section, string field)
    {
        try
        {
            return PostText.Images(section.Markdown);
        }
        catch (BrokenRuleException nested)
        {
            throw new BrokenRuleException(nested.Message, field);
        }
    }

    private async Task ClaimAsync(Post post, PostImage image, StaffId by, string field)
    {
        RequireWords(image, field);
        if (await FindAsync(post, image, by) is not { } upload)
        {
            throw new BrokenRuleException($"The image {image.Url} was not added to this post. Add the file under “Add an image”", field);
        }

        if (upload.PostId is null)
        {
            upload.BelongTo(post);
        }
    }

    private static void RequireWords(PostImage image, string field)
    {
        if (image.Alt.Length == 0 && !image.IsDecorative)
        {
            throw new BrokenRuleException($"Say what the image {image.Url} shows, between its square brackets, for those who do not see it. If it only decorates, write ![]({image.Url} \"decorative\")", field);
        }
    }

    private async Task<Upload?> FindAsync(Post post, PostImage image, StaffId by)
    {
        var upload = image.Upload is { } id ? await db.Uploads.FirstOrDefaultAsync(u => u.Id == id) : null;
        return upload?.PostId == post.Id || (upload is { PostId: null } && upload.By == by) ? upload : null;
    }
}
