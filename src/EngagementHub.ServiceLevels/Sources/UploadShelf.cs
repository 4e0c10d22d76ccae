using System.Collections.Concurrent;

namespace EngagementHub.ServiceLevels.Sources;

/// <summary>Keeps an uploaded file between its preview and its import, for an hour, so that nobody has to choose it twice. Only who sent it finds it.</summary>
internal sealed class UploadShelf(TimeProvider clock)
{
    private static readonly TimeSpan Patience = TimeSpan.FromHours(1);
    private readonly string _folder = Directory.CreateTempSubdirectory("hub-uploads").FullName;
    private readonly ConcurrentDictionary<string, Upload> _uploads = new();

    public async Task<string> KeepAsync(Stream content, string name, StaffId by, CancellationToken cancellation)
    {
        Tidy();
        var key = Guid.NewGuid().ToString("N");
        await using (var file = File.Create(Path.Combine(_folder, key)))
        {
            await content.CopyToAsync(file, cancellation);
        }

        _uploads[key] = new Upload(name, by, clock.GetUtcNow());
        return key;
    }

    /// <summary>Its name, or nothing when it was never kept, not kept any longer, or sent by somebody else.</summary>
    public string? NameOf(string key, StaffId by) => _uploads.TryGetValue(key, out var upload) && upload.By == by ? upload.Name : null;

    public FileStream Open(string key) => new(Path.Combine(_folder, key), new FileStreamOptions { Mode = FileMode.Open, Share = FileShare.ReadWrite | FileShare.Delete, BufferSize = 0, Options = FileOptions.SequentialScan });

    public void Drop(string key)
    {
        if (_uploads.TryRemove(key, out _))
        {
            File.Delete(Path.Combine(_folder, key));
        }
    }

    private void Tidy()
    {
        foreach (var (key, _) in _uploads.Where(upload => clock.GetUtcNow() - upload.Value.At > Patience))
        {
            Drop(key);
        }
    }

    private sealed record Upload(string Name, StaffId By, DateTimeOffset At);
}
