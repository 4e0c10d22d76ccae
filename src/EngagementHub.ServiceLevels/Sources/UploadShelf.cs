namespace EngagementHub.ServiceLevels.Sources;

/// <summary>Keeps an uploaded file between its preview and its import, for an hour, so that nobody has to choose it twice.</summary>
internal sealed class UploadShelf(TimeProvider clock)
{
    private static readonly TimeSpan Patience = TimeSpan.FromHours(1);
    private readonly string _folder = Directory.CreateTempSubdirectory("hub-uploads").FullName;

    public async Task<string> KeepAsync(Stream upload, CancellationToken cancellation)
    {
        Tidy();
        var name = Guid.NewGuid().ToString("N");
        await using var file = File.Create(Path.Combine(_folder, name));
        await upload.CopyToAsync(file, cancellation);
        return name;
    }

    /// <summary>The file, or nothing when it was never kept or not kept any longer.</summary>
    public StreamReader? Open(string name) =>
        Guid.TryParseExact(name, "N", out var id) && File.Exists(Path.Combine(_folder, id.ToString("N"))) ? new StreamReader(Path.Combine(_folder, id.ToString("N"))) : null;

    public void Drop(string name)
    {
        if (Guid.TryParseExact(name, "N", out var id))
        {
            File.Delete(Path.Combine(_folder, id.ToString("N")));
        }
    }

    private void Tidy()
    {
        foreach (var old in new DirectoryInfo(_folder).EnumerateFiles().Where(file => clock.GetUtcNow() - file.LastWriteTimeUtc > Patience))
        {
            old.Delete();
        }
    }
}
