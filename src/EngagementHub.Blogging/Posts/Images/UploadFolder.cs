using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;

namespace EngagementHub.Blogging.Posts.Images;

/// <summary>Where uploaded files lie: outside everything that is served, under names of our own.</summary>
internal sealed class UploadFolder(IConfiguration settings, IWebHostEnvironment host)
{
    public string Folder { get; } = Path.GetFullPath(settings["Uploads:Folder"] is { Length: > 0 } named ? named : "App_Data/uploads", host.ContentRootPath);

    public string PathOf(Upload upload) => Path.Combine(Folder, upload.FileName);

    // Written beside and then renamed: a file under its name is always whole.
    public async Task WriteAsync(Upload upload, byte[] bytes, CancellationToken cancellation)
    {
        Directory.CreateDirectory(Folder);
        var beside = PathOf(upload) + ".part";
        await File.WriteAllBytesAsync(beside, bytes, cancellation);
        File.Move(beside, PathOf(upload));
    }

    public void Delete(Upload upload) => File.Delete(PathOf(upload));
}
