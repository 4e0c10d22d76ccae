using EngagementHub.Core;
using EngagementHub.Core.Data;
using EngagementHub.Core.Ports;
using EngagementHub.Core.Time;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.Web.Operations;

/// <summary>Puts a backup back: all of it is checked before anything is touched, what was there is put aside, and the schema is brought to this version.</summary>
internal sealed class RestoreCommand(HubDb db, HubDatabase database, IDatabaseCopy copy, IEnumerable<KeptFolder> folders, TimeProvider clock) : IHostCommand
{
    public string Name => "restore";

    public string Usage => "FILE [--replace]";

    public string Description => "puts a backup back into an empty place, or with --replace in place of what is there, while the hub is stopped";

    public bool NeedsSchema => false;

    public async Task<int> RunAsync(IReadOnlyList<string> arguments, TextWriter output, TextWriter errors, CancellationToken cancellation)
    {
        if (arguments.Where(a => a != "--replace").ToList() is not [{ Length: > 0 } path] || path.StartsWith("--", StringComparison.Ordinal))
        {
            await errors.WriteLineAsync("restore needs the backup's file, as in: restore /backups/hub.zip");
            return 2;
        }

        if (!File.Exists(path))
        {
            await errors.WriteLineAsync($"There is no file '{path}'");
            return 2;
        }

        try
        {
            await RestoreAsync(path, arguments.Contains("--replace"), output, cancellation);
            return 0;
        }
        catch (BrokenRuleException refused)
        {
            await errors.WriteLineAsync(refused.Message);
            return 1;
        }
    }

    private async Task RestoreAsync(string path, bool replace, TextWriter output, CancellationToken cancellation)
    {
        using var archive = BackupArchive.Read(path);
        var manifest = await archive.CheckAsync(cancellation);
        RefuseUnfit(manifest);
        if (!replace && folders.FirstOrDefault(f => Directory.Exists(f.Path) && Directory.EnumerateFileSystemEntries(f.Path).Any()) is { } full)
        {
            throw new BrokenRuleException($"There are files in {full.Path} already. Name another folder in the settings, or say --replace: they are then put aside");
        }

        var (state, aside) = await PutDatabaseBackAsync(archive, manifest, replace, cancellation);
        RefuseOtherRows(manifest, state);
        foreach (var folder in folders)
        {
            await PutFolderBackAsync(archive, manifest, folder, output, cancellation);
        }

        await db.Database.MigrateAsync(cancellation);
        await output.WriteLineAsync($"Restored: {Say.Count(manifest.AllRows, "row")} in {Say.Count(manifest.Rows.Count, "table")}, {Say.Count(manifest.Files.Count - 1, "uploaded file")}, as of {manifest.TakenAt:yyyy-MM-dd HH:mm:ss} UTC; the schema is at this version");
        if (aside is not null)
        {
            await output.WriteLineAsync($"What was there before is now {aside}. Delete it when it is no longer needed: what people have taken down since is still in it");
        }
    }

    private void RefuseUnfit(BackupManifest manifest)
    {
        if (manifest.Provider != database.Provider)
        {
            throw new BrokenRuleException($"The backup is of {manifest.Provider}, and Database:Provider is {database.Provider}");
        }

        if (!db.Database.GetMigrations().Contains(manifest.Migration))
        {
            throw new BrokenRuleException($"The backup was made by a newer version (its schema is {manifest.Migration}). Restore it with that version");
        }
    }

    private async Task<(DatabaseState State, string? Aside)> PutDatabaseBackAsync(BackupArchive archive, BackupManifest manifest, bool replace, CancellationToken cancellation)
    {
        var room = Directory.CreateDirectory(RoomBesideHub());
        try
        {
            var file = Path.Combine(room.FullName, BackupArchive.Database);
            await archive.ExtractAsync(manifest.Files.Single(f => f.Name == BackupArchive.Database), file, cancellation);
            return await copy.PutBackAsync(file, replace, cancellation);
        }
        finally
        {
            room.Delete(recursive: true);
        }
    }

    // On the disk of the embedded database, so that the copy can be put into its place by a rename.
    private string RoomBesideHub() => Path.Combine(
        database.Provider == HubDatabase.Sqlite ? Path.GetDirectoryName(new Microsoft.Data.Sqlite.SqliteConnectionStringBuilder(database.Connection).DataSource)! : Path.GetTempPath(),
        $"restore-{Guid.NewGuid():N}");

    private static void RefuseOtherRows(BackupManifest manifest, DatabaseState state)
    {
        if (manifest.Rows.FirstOrDefault(table => state.Rows.GetValueOrDefault(table.Key, -1) != table.Value) is { Key: not null } different)
        {
            throw new BrokenRuleException($"The table {different.Key} had {different.Value} rows when the backup was made and has {state.Rows.GetValueOrDefault(different.Key)} now. Do not use this database");
        }
    }

    private async Task PutFolderBackAsync(BackupArchive archive, BackupManifest manifest, KeptFolder folder, TextWriter output, CancellationToken cancellation)
    {
        if (Directory.Exists(folder.Path) && Directory.EnumerateFileSystemEntries(folder.Path).Any())
        {
            var aside = $"{folder.Path.TrimEnd(Path.DirectorySeparatorChar)}.before-restore-{clock.GetUtcNow():yyyyMMddHHmmss}";
            Directory.Move(folder.Path, aside);
            await output.WriteLineAsync($"The {folder.Name} that were there are now in {aside}");
        }

        foreach (var file in manifest.Files.Where(f => f.Name.StartsWith($"{folder.Name}/", StringComparison.Ordinal)))
        {
            await archive.ExtractAsync(file, Inside(folder, file.Name[(folder.Name.Length + 1)..]), cancellation);
        }
    }

    // A name in an archive may try to climb out of the folder it belongs to.
    private static string Inside(KeptFolder folder, string name)
    {
        var root = Path.GetFullPath(folder.Path) + Path.DirectorySeparatorChar;
        var path = Path.GetFullPath(name, root);
        return path.StartsWith(root, StringComparison.Ordinal) ? path : throw new BrokenRuleException($"The backup names the file {name}, which would lie outside {root}");
    }
}
