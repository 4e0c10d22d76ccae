using EngagementHub.Blogging.Posts.Images;
using EngagementHub.Core.Jobs;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.Blogging.Posts.Writing;

/// <summary>Takes away what nobody came back for: texts that were never saved, and pictures that were never placed in a post.</summary>
internal sealed class Tidying(HubDb db, UploadFolder folder) : IJob
{
    public string Name => "blogging.tidying";

    public TimeSpan Every => TimeSpan.FromHours(6);

    public async Task RunAsync(DateTimeOffset now, CancellationToken cancellation)
    {
        var (forgotten, unplaced) = (now.AddDays(-UnsavedText.KeptForDays), now.AddDays(-Upload.UnusedForDays));
        await db.UnsavedTexts.Where(t => t.At < forgotten).ExecuteDeleteAsync(cancellation);
        var unused = await db.Uploads.Where(u => u.PostId == null && u.At < unplaced).ToListAsync(cancellation);
        db.Uploads.RemoveRange(unused);
        await db.SaveChangesAsync(cancellation);
        unused.ForEach(folder.Delete);
    }
}
