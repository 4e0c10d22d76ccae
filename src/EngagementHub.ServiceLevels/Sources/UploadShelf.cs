namespace EngagementHub.ServiceLevels.Sources;

/// <summary>Keeps an uploaded file between its preview and its import, for an hour and for every node, so that nobody has to choose it twice. Only who sent it finds it.</summary>
internal sealed class UploadShelf(TicketFolder folder, TimeProvider clock)
{
    private const string About = ".about";
    private static readonly TimeSpan Patience = TimeSpan.FromHours(1);

    public async Task<string> KeepAsync(Stream content, string name, StaffId by, CancellationToken cancellation)
    {
        Tidy();
        var key = Guid.NewGuid().ToString("N");
        await using (var file = folder.Create(key))
        {
            await content.CopyToAsync(file, cancellation);
        }

        folder.Write(key + About, new Upload(name, by.Value, clock.GetUtcNow()));
        return key;
    }

    /// <summary>Its name, or nothing when it was never kept, not kept any longer, or sent by somebody else.</summary>
    public string? NameOf(string key, StaffId by) => Find(key) is { } upload && upload.By == by.Value && !IsOver(upload) ? upload.Name : null;

    public FileStream Open(string key) => folder.Open(key);

    public void Drop(string key)
    {
        if (Find(key) is not null)
        {
            folder.Delete(key + About);
            folder.Delete(key);
        }
    }

    // The key comes from an address: nothing but a key becomes the name of a file.
    private Upload? Find(string key) => Guid.TryParseExact(key, "N", out _) ? folder.Read<Upload>(key + About) : null;

    private bool IsOver(Upload upload) => clock.GetUtcNow() - upload.At > Patience;

    private void Tidy()
    {
        foreach (var key in folder.Names(About).Select(name => name[..^About.Length]).Where(key => Find(key) is { } upload && IsOver(upload)))
        {
            Drop(key);
        }
    }

    private sealed record Upload(string Name, Guid By, DateTimeOffset At);
}
