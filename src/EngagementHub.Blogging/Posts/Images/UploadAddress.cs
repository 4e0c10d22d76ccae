using EngagementHub.Blogging.Reading;
using EngagementHub.Core.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Net.Http.Headers;

namespace EngagementHub.Blogging.Posts.Images;

/// <summary>Serves a picture to those who may read the text it stands in, and never as anything but a picture.</summary>
internal static class UploadAddress
{
    private const string Sandbox = "sandbox; default-src 'none'";

    public static void Map(IEndpointRouteBuilder endpoints) =>
        endpoints.MapMethods("/uploads/{id:guid}", ["GET", "HEAD"], AnswerAsync).RequireAuthorization(Policies.Read);

    private static async Task<IResult> AnswerAsync(Guid id, HttpContext http, HubDb db, UploadFolder folder, UploadReaders readers)
    {
        var upload = await db.Uploads.AsNoTracking().FirstOrDefaultAsync(u => u.Id == id, http.RequestAborted);
        if (upload is null || !await readers.MaySeeAsync(upload, http.RequestAborted) || !File.Exists(folder.PathOf(upload)))
        {
            return Results.NotFound();
        }

        http.Response.Headers.ContentSecurityPolicy = Sandbox;
        http.Response.Headers.XContentTypeOptions = "nosniff";
        // Kept by the reader's own browser, which asks each time whether it may still be shown: what is taken down is gone there too.
        http.Response.Headers.CacheControl = "private, no-cache";
        return Results.File(folder.PathOf(upload), upload.MediaType, fileDownloadName: upload.FileName, entityTag: new EntityTagHeaderValue($"\"{upload.Id:N}\""));
    }
}

/// <summary>Who sees a picture: readers where a post that they see shows it; before that, those who write the post.</summary>
internal sealed class UploadReaders(HubDb db, Mastheads mastheads, Rights rights, ICurrentStaff current, TimeProvider clock)
{
    public async Task<bool> MaySeeAsync(Upload upload, CancellationToken cancellation = default)
    {
        var postId = upload.PostId;
        var post = postId is null ? null : await db.Posts.AsNoTracking().FirstOrDefaultAsync(p => p.Id == postId, cancellation);
        if (post?.StandingAt(clock.GetUtcNow()) == PostStanding.Published && post.Sections.Any(s => s.Markdown.Contains(upload.Url, StringComparison.Ordinal)))
        {
            return true;
        }

        return current.IdOrNone is { } me && (post is null ? upload.By == me : await WritesAsync(post, me, cancellation));
    }

    private async Task<bool> WritesAsync(Post post, StaffId me, CancellationToken cancellation)
    {
        var (blogId, now) = (post.BlogId, clock.GetUtcNow());
        var blog = await db.Blogs.AsNoTracking().FirstAsync(b => b.Id == blogId, cancellation);
        return post.IsBy(me) || (await mastheads.FindAsync(blog.Slug, cancellation) is { } masthead && await rights.MayChangeAsync(masthead.Pen, post, me, now));
    }
}
