using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;
using EngagementHub.Core;

namespace EngagementHub.Web.Operations;

/// <summary>A backup as one file: a ZIP archive with the database, the kept folders and the manifest.</summary>
internal sealed class BackupArchive(ZipArchive zip) : IDisposable
{
    public const string Database = "database";

    private readonly List<BackedUpFile> _files = [];

    public static BackupArchive Write(Stream to) => new(new ZipArchive(to, ZipArchiveMode.Create));

    /// <exception cref="BrokenRuleException">The file is no backup.</exception>
    public static BackupArchive Read(string path)
    {
        try
        {
            return new BackupArchive(ZipFile.OpenRead(path));
        }
        catch (InvalidDataException)
        {
            throw new BrokenRuleException($"'{path}' is not a backup, or it is cut off: it cannot be read as an archive");
        }
    }

    public async Task AddAsync(string name, string file, CancellationToken cancellation)
    {
        await using var from = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        await using var to = await zip.CreateEntry(name, CompressionLevel.Fastest).OpenAsync(cancellation);
        _files.Add(await CopyAsync(name, from, to, cancellation));
    }

    public async Task FinishAsync(string provider, DatabaseState state, DateTimeOffset takenAt, CancellationToken cancellation)
    {
        await using var to = await zip.CreateEntry(BackupManifest.Name).OpenAsync(cancellation);
        await new BackupManifest(provider, state.Migration, takenAt, state.Rows, _files).WriteAsync(to, cancellation);
    }

    /// <summary>Reads every file and compares it with the manifest.</summary>
    /// <exception cref="BrokenRuleException">Something is missing or other than it was.</exception>
    public async Task<BackupManifest> CheckAsync(CancellationToken cancellation)
    {
        var manifest = await ManifestAsync(cancellation);
        foreach (var file in manifest.Files)
        {
            await ExtractAsync(file, Stream.Null, cancellation);
        }

        return manifest;
    }

    public async Task ExtractAsync(BackedUpFile file, string path, CancellationToken cancellation)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        await using var to = new FileStream(path, FileMode.CreateNew, FileAccess.Write);
        await ExtractAsync(file, to, cancellation);
        to.Flush(flushToDisk: true);
    }

    public void Dispose() => zip.Dispose();

    private async Task<BackupManifest> ManifestAsync(CancellationToken cancellation)
    {
        var entry = zip.GetEntry(BackupManifest.Name) ?? throw new BrokenRuleException("The archive has no manifest: it is not a backup of this hub");
        try
        {
            await using var text = await entry.OpenAsync(cancellation);
            var manifest = await BackupManifest.ReadAsync(text, cancellation);
            return manifest.Format <= BackupManifest.NewestFormat ? manifest
                : throw new BrokenRuleException($"The backup has format {manifest.Format}, and this version reads up to {BackupManifest.NewestFormat}: use the version that made it, or a newer one");
        }
        catch (Exception e) when (e is JsonException or InvalidDataException)
        {
            throw new BrokenRuleException($"The manifest cannot be read: {e.Message}");
        }
    }

    private async Task ExtractAsync(BackedUpFile file, Stream to, CancellationToken cancellation)
    {
        var entry = zip.GetEntry(file.Name) ?? throw new BrokenRuleException($"The backup lacks the file {file.Name}");
        try
        {
            await using var from = await entry.OpenAsync(cancellation);
            if (await CopyAsync(file.Name, from, to, cancellation) != file)
            {
                throw new BrokenRuleException($"The file {file.Name} in the backup is not what it was when the backup was made");
            }
        }
        catch (InvalidDataException)
        {
            throw new BrokenRuleException($"The file {file.Name} in the backup is damaged");
        }
    }

    private static async Task<BackedUpFile> CopyAsync(string name, Stream from, Stream to, CancellationToken cancellation)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[1 << 17];
        var length = 0L;
        for (int read; (read = await from.ReadAsync(buffer, cancellation)) > 0; length += read)
        {
            hash.AppendData(buffer, 0, read);
            await to.WriteAsync(buffer.AsMemory(0, read), cancellation);
        }

        return new BackedUpFile(name, length, Convert.ToHexStringLower(hash.GetHashAndReset()));
    }
}
