using System.IO.Compression;
using System.Text;
using EngagementHub.Core.Data;
using EngagementHub.Web.Operations;
using Microsoft.Extensions.DependencyInjection;

namespace EngagementHub.Tests.Host;

/// <summary>A backup is taken from a hub that runs, and proven by putting it back elsewhere.</summary>
public sealed class BackupTests(HubFixture hub) : IClassFixture<HubFixture>, IDisposable
{
    private readonly BackupDesk _desk = new();

    [Fact]
    public async Task What_is_put_back_elsewhere_is_row_by_row_what_was_there_with_its_uploads()
    {
        await hub.As("tom");
        var picture = Path.Combine(Directory.CreateDirectory(Path.Combine(hub.Folder, "uploads")).FullName, "picture.png");
        await File.WriteAllBytesAsync(picture, [1, 2, 3], TestContext.Current.CancellationToken);
        var backup = await Taken();

        var (code, output, _) = await _desk.Run("restore", backup);

        Assert.Equal(0, code);
        Assert.Contains("the schema is at this version", output, StringComparison.Ordinal);
        Assert.Equal(await RowsOfHub(), await _desk.Rows());
        Assert.Equal([1, 2, 3], await File.ReadAllBytesAsync(Path.Combine(_desk.Uploads, "picture.png"), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_backup_holds_no_key_that_protects_a_writer()
    {
        var key = Encoding.UTF8.GetBytes("a key that nobody may keep");
        await File.WriteAllBytesAsync(Path.Combine(Directory.CreateDirectory(Path.Combine(hub.Folder, "keys")).FullName, "one.key"), key, TestContext.Current.CancellationToken);

        using var zip = await ZipFile.OpenReadAsync(await Taken(), TestContext.Current.CancellationToken);

        Assert.DoesNotContain(zip.Entries, e => e.FullName.Contains("key", StringComparison.OrdinalIgnoreCase));
        foreach (var entry in zip.Entries)
        {
            using var bytes = new MemoryStream();
            await using var from = await entry.OpenAsync(TestContext.Current.CancellationToken);
            await from.CopyToAsync(bytes, TestContext.Current.CancellationToken);
            Assert.True(bytes.ToArray().AsSpan().IndexOf(key) < 0, entry.FullName);
        }
    }

    [Fact]
    public async Task A_backup_never_overwrites_another()
    {
        var backup = await Taken();

        var (code, _, errors) = await HubRun("backup", "--to", backup);

        Assert.Equal(1, code);
        Assert.Contains("A backup never overwrites another", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_backup_with_one_byte_changed_is_refused_before_anything_is_touched()
    {
        // Nothing in this picture can be packed, so that its bytes stand in the archive as they are, and most of the archive is this picture.
        var picture = Enumerable.Range(0, 3_000_000 / 32).SelectMany(i => System.Security.Cryptography.SHA256.HashData(BitConverter.GetBytes(i))).ToArray();
        var file = Path.Combine(Directory.CreateDirectory(Path.Combine(hub.Folder, "uploads")).FullName, "large.png");
        await File.WriteAllBytesAsync(file, picture, TestContext.Current.CancellationToken);
        var backup = await Taken();
        File.Delete(file);
        var bytes = await File.ReadAllBytesAsync(backup, TestContext.Current.CancellationToken);
        bytes[bytes.Length / 2] ^= 0x40;
        await File.WriteAllBytesAsync(backup, bytes, TestContext.Current.CancellationToken);

        var (code, _, errors) = await _desk.Run("restore", backup);

        Assert.Equal(1, code);
        Assert.Contains("uploads/large.png in the backup is", errors, StringComparison.Ordinal);
        Assert.False(await _desk.HasTables());
    }

    [Theory]
    [InlineData("not an archive", "is not a backup, or it is cut off")]
    [InlineData("", "is not a backup, or it is cut off")]
    public async Task What_is_no_backup_is_said(string content, string sentence)
    {
        var file = Path.Combine(_desk.Folder, "notes.txt");
        await File.WriteAllTextAsync(file, content, TestContext.Current.CancellationToken);

        var (code, _, errors) = await _desk.Run("restore", file);

        Assert.Equal(1, code);
        Assert.Contains(sentence, errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_database_that_is_there_is_replaced_only_when_told_and_then_put_aside()
    {
        var backup = await Taken();
        Assert.Equal(0, (await _desk.Run("restore", backup)).ExitCode);

        var (refused, _, errors) = await _desk.Run("restore", backup);
        var (code, output, _) = await _desk.Run("restore", backup, "--replace");

        Assert.Equal(1, refused);
        Assert.Contains("say --replace", errors, StringComparison.Ordinal);
        Assert.Equal(0, code);
        Assert.Contains("What was there before is now", output, StringComparison.Ordinal);
        Assert.Equal(await RowsOfHub(), await _desk.Rows());
    }

    [Fact]
    public async Task Nothing_is_put_back_under_a_hub_that_runs()
    {
        var backup = await Taken();
        Assert.Equal(0, (await _desk.Run("restore", backup)).ExitCode);

        await using var open = await _desk.Open();
        var (code, _, errors) = await _desk.Run("restore", backup, "--replace");

        Assert.Equal(1, code);
        Assert.Contains("Stop", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_backup_of_an_older_version_is_brought_to_this_one_and_a_newer_one_refused()
    {
        await using var old = new BackupDesk();
        await old.Migrate("Jobs");
        var backup = Path.Combine(old.Folder, "old.zip");
        Assert.Equal((0, ""), await old.Run("backup", "--to", backup) is var (taken, _, said) ? (taken, said) : default);

        Assert.Equal(0, (await _desk.Run("restore", backup)).ExitCode);
        Assert.Empty(await _desk.Pending());

        BackupDesk.Rewrite(backup, BackupManifest.Name, text => text.Replace("_Jobs\"", "_Later\"", StringComparison.Ordinal));
        await using var third = new BackupDesk();
        var (code, _, errors) = await third.Run("restore", backup);
        Assert.Equal(1, code);
        Assert.Contains("made by a newer version", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_would_lie_outside_its_folder_is_refused()
    {
        await File.WriteAllBytesAsync(Path.Combine(Directory.CreateDirectory(Path.Combine(hub.Folder, "uploads")).FullName, "climber.png"), [7], TestContext.Current.CancellationToken);
        var backup = await Taken();
        BackupDesk.Rename(backup, "uploads/climber.png", "uploads/../../climber.png");
        BackupDesk.Rewrite(backup, BackupManifest.Name, text => text.Replace("uploads/climber.png", "uploads/../../climber.png", StringComparison.Ordinal));

        var (code, _, errors) = await _desk.Run("restore", backup);

        Assert.Equal(1, code);
        Assert.Contains("would lie outside", errors, StringComparison.Ordinal);
        Assert.False(File.Exists(Path.GetFullPath(Path.Combine(_desk.Uploads, "../../climber.png"))));
    }

    public void Dispose() => _desk.Dispose();

    private async Task<string> Taken()
    {
        var file = Path.Combine(_desk.Folder, $"{Guid.NewGuid():N}.zip");
        var (code, output, errors) = await HubRun("backup", "--to", file);
        Assert.Equal((0, ""), (code, errors));
        Assert.Contains("checked; as of", output, StringComparison.Ordinal);
        return file;
    }

    private async Task<(int ExitCode, string Output, string Errors)> HubRun(string command, params string[] arguments)
    {
        await using var scope = hub.Services.CreateAsyncScope();
        return await BackupDesk.Run(scope.ServiceProvider, command, arguments);
    }

    private async Task<string> RowsOfHub()
    {
        await using var scope = hub.Services.CreateAsyncScope();
        return await BackupDesk.RowsAsync(scope.ServiceProvider.GetRequiredService<HubDb>());
    }
}
