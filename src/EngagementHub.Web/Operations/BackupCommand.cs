using EngagementHub.Core;
using EngagementHub.Core.Data;
using EngagementHub.Core.Ports;
using EngagementHub.Core.Time;

namespace EngagementHub.Web.Operations;

/// <summary>Takes a backup while the hub runs: the database of one instant, then the kept folders, and reads it all back once. The folder of the keys that protect writers' names is never taken.</summary>
internal sealed class BackupCommand(HubDatabase database, IDatabaseCopy copy, IEnumerable<KeptFolder> folders, TimeProvider clock) : IHostCommand
{
    public string Name => "backup";

    public string Usage => "--to FILE";

    public string Description => "copies database and uploads into one file while the hub runs, and checks the copy";

    public bool NeedsSchema => false;

    public async Task<int> RunAsync(IReadOnlyList<string> arguments, TextWriter output, TextWriter errors, CancellationToken cancellation)
    {
        if (arguments is not ["--to", { Length: > 0 } path])
        {
            await errors.WriteLineAsync("backup needs the file to write, as in: backup --to /backups/hub.zip");
            return 2;
        }

        if (File.Exists(path))
        {
            await errors.WriteLineAsync($"There is a file '{path}' already. A backup never overwrites another: choose a new name");
            return 1;
        }

        try
        {
            var manifest = await TakeAsync(path, cancellation);
            await output.WriteLineAsync($"{path}: {Say.Count(manifest.AllRows, "row")} in {Say.Count(manifest.Rows.Count, "table")}, {Say.Count(manifest.Files.Count - 1, "uploaded file")}, checked; as of {manifest.TakenAt:yyyy-MM-dd HH:mm:ss} UTC");
            return 0;
        }
        catch (BrokenRuleException refused)
        {
            await errors.WriteLineAsync(refused.Message);
            return 1;
        }
    }

    // Under another name until it is whole: a backup that was cut off must not look like one.
    private async Task<BackupManifest> TakeAsync(string path, CancellationToken cancellation)
    {
        var (unfinished, dump) = ($"{path}.part", $"{path}.database.part");
        try
        {
            await WriteAsync(unfinished, dump, cancellation);
            BackupManifest manifest;
            using (var written = BackupArchive.Read(unfinished))
            {
                manifest = await written.CheckAsync(cancellation);
            }

            File.Move(unfinished, path);
            return manifest;
        }
        finally
        {
            File.Delete(unfinished);
            File.Delete(dump);
        }
    }

    private async Task WriteAsync(string unfinished, string dump, CancellationToken cancellation)
    {
        File.Delete(dump);
        var takenAt = clock.GetUtcNow();
        var state = await copy.TakeAsync(dump, cancellation);
        await using var file = new FileStream(unfinished, OnlyForOneself());
        using (var archive = BackupArchive.Write(file))
        {
            await archive.AddAsync(BackupArchive.Database, dump, cancellation);
            foreach (var (name, kept) in folders.SelectMany(FilesOf))
            {
                await archive.AddAsync(name, kept, cancellation);
            }

            await archive.FinishAsync(database.Provider, state, takenAt, cancellation);
        }

        if (file.CanWrite)
        {
            file.Flush(flushToDisk: true);
        }
    }

    private static IEnumerable<(string Name, string Path)> FilesOf(KeptFolder folder) =>
        !Directory.Exists(folder.Path) ? []
        : Directory.EnumerateFiles(folder.Path, "*", SearchOption.AllDirectories).Where(file => !file.EndsWith(".part", StringComparison.Ordinal)).Order(StringComparer.Ordinal)
            .Select(file => ($"{folder.Name}/{Path.GetRelativePath(folder.Path, file).Replace('\\', '/')}", file));

    private static FileStreamOptions OnlyForOneself()
    {
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.ReadWrite };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        return options;
    }
}
