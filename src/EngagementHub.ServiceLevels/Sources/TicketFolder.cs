using System.Text.Json;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;

namespace EngagementHub.ServiceLevels.Sources;

/// <summary>Where files of tickets lie while they are looked at: beside the uploaded pictures, because every node sees that folder. Their names end in <c>.part</c>, which keeps them out of backups.</summary>
internal sealed class TicketFolder(IConfiguration settings, IWebHostEnvironment host)
{
    private readonly string _folder = Path.GetFullPath(Path.Combine(settings["Uploads:Folder"] is { Length: > 0 } named ? named : "App_Data/uploads", "tickets"), host.ContentRootPath);

    public FileStream Create(string name)
    {
        Directory.CreateDirectory(_folder);
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            // Tickets name people: other accounts of the machine do not read them.
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        return new FileStream(PathOf(name), options);
    }

    public FileStream Open(string name) => new(PathOf(name), new FileStreamOptions { Mode = FileMode.Open, Share = FileShare.ReadWrite | FileShare.Delete, BufferSize = 0, Options = FileOptions.SequentialScan });

    public void Delete(string name) => File.Delete(PathOf(name));

    /// <summary>Written whole or not at all: another node may read it at that moment.</summary>
    public void Write<T>(string name, T value)
    {
        var unfinished = $"{name}-{Guid.NewGuid():N}";
        using (var file = Create(unfinished))
        {
            JsonSerializer.Serialize(file, value);
        }

        File.Move(PathOf(unfinished), PathOf(name), overwrite: true);
    }

    /// <summary>Nothing when there is no such file.</summary>
    public T? Read<T>(string name)
        where T : class
    {
        try
        {
            using var file = Open(name);
            return JsonSerializer.Deserialize<T>(file);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }

    /// <summary>The names that end so.</summary>
    public IReadOnlyList<string> Names(string ending) => !Directory.Exists(_folder) ? [] : [.. Directory.EnumerateFiles(_folder, $"*{ending}.part").Select(path => Path.GetFileName(path)[..^".part".Length])];

    private string PathOf(string name) => Path.Combine(_folder, name + ".part");
}
