using System.Security.Cryptography;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace EngagementHub.Conversation.Concealment;

/// <summary>Keys as files that only the hub's own account can read. They are not in the database, so that no backup of it holds one.</summary>
internal sealed class KeyFolder(IOptions<ConversationOptions> options, IHostEnvironment environment)
{
    private const int KeyLength = 32;
    private const UnixFileMode OwnFile = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    public string Path { get; } = System.IO.Path.GetFullPath(options.Value.KeyFolder, environment.ContentRootPath);

    public IReadOnlyList<string> Names => Directory.Exists(Path)
        ? [.. Directory.EnumerateFiles(Path, "*.key").Select(f => System.IO.Path.GetFileNameWithoutExtension(f))]
        : [];

    public byte[]? Find(string name)
    {
        try
        {
            return File.ReadAllBytes(FileOf(name));
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }

    /// <summary>The key of that name; made when there is none yet. Of two who make it at once, one makes it and both get it.</summary>
    public byte[] FindOrMake(string name)
    {
        if (Find(name) is { } key)
        {
            return key;
        }

        EnsureFolder();
        var draft = System.IO.Path.Combine(Path, $"{Guid.NewGuid():N}.new");
        Write(draft, RandomNumberGenerator.GetBytes(KeyLength));
        try
        {
            // Whole or not at all: nobody ever reads half a key.
            File.Move(draft, FileOf(name), overwrite: false);
        }
        catch (IOException) when (File.Exists(FileOf(name)))
        {
            File.Delete(draft);
        }

        return Find(name) ?? throw new InvalidOperationException($"The key folder {Path} does not keep what is written to it");
    }

    /// <summary>Overwrites and deletes it. That the disk keeps no older copy of those bytes cannot be promised from here.</summary>
    public void Destroy(string name)
    {
        var file = FileOf(name);
        if (File.Exists(file))
        {
            Write(file, new byte[KeyLength]);
            File.Delete(file);
        }
    }

    private static void Write(string file, byte[] key)
    {
        var how = new FileStreamOptions { Mode = FileMode.OpenOrCreate, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            how.UnixCreateMode = OwnFile;
        }

        using var stream = new FileStream(file, how);
        stream.Write(key);
        stream.Flush(flushToDisk: true);
    }

    // The mark by which tar, restic and borg leave a folder out (https://bford.info/cachedir/).
    private void EnsureFolder()
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(Path);
        }
        else
        {
            Directory.CreateDirectory(Path, OwnFile | UnixFileMode.UserExecute);
        }

        File.WriteAllText(System.IO.Path.Combine(Path, "CACHEDIR.TAG"), "Signature: 8a477f597d28d172789f06886806bc55\n# Keys that protect writers' names. Keep them out of backups: docs/decisions/anonymous-comments.md\n");
    }

    private string FileOf(string name) => System.IO.Path.Combine(Path, $"{name}.key");
}
