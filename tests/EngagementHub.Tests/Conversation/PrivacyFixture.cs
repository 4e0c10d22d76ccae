using System.Collections.Concurrent;
using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace EngagementHub.Tests.Conversation;

/// <summary>A hub of which everything that is kept can be read: rows, the database's own files, the mail folder, and every line that was logged.</summary>
public partial class PrivacyFixture : ConversationFixture
{
    private readonly Lines _lines = new();

    public IReadOnlyList<string> Logged => [.. _lines.All];

    public string Keys => Path.Combine(Folder, "keys");

    /// <summary>Every row of every table, as text.</summary>
    public Task<List<string>> Rows() => In(async (_, db) =>
    {
        await db.Database.OpenConnectionAsync();
        List<string> rows = [];
        foreach (var table in db.Model.GetEntityTypes().Select(t => t.GetTableName()!).Distinct().Order(StringComparer.Ordinal))
        {
            await using var command = db.Database.GetDbConnection().CreateCommand();
            command.CommandText = $"SELECT * FROM \"{table}\"";
            await using var reader = await command.ExecuteReaderAsync();
            while (await reader.ReadAsync())
            {
                rows.Add($"{table}: " + string.Join('|', Enumerable.Range(0, reader.FieldCount).Select(i => $"{reader.GetName(i)}={Text(reader.GetValue(i))}")));
            }
        }

        return rows;
    });

    /// <summary>The bytes of every file the hub has written, keys apart.</summary>
    public IEnumerable<(string File, byte[] Bytes)> Files() => Directory.EnumerateFiles(Folder, "*", SearchOption.AllDirectories)
        .Where(f => !f.StartsWith(Keys, StringComparison.Ordinal))
        .Select(f =>
        {
            using var stream = new FileStream(f, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var bytes = new MemoryStream();
            stream.CopyTo(bytes);
            return (f, bytes.ToArray());
        });

    /// <summary>With random identifiers, hashes and sealed bytes made alike; those of people stay.</summary>
    public static string Alike(string text)
    {
        var people = (string[])[$"{People.Tom}", $"{People.Sam}"];
        var ids = AnyId().Replace(text, m => people.Contains(m.Value.ToLowerInvariant()) ? m.Value : "ID");
        return AnyCode().Replace(AnyHash().Replace(ids, "HASH"), "CODE");
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.UseSetting("Logging:LogLevel:Default", "Debug");
        builder.UseSetting("Logging:LogLevel:Microsoft.AspNetCore", "Debug");
        builder.ConfigureTestServices(services => services.AddLogging(l => l.ClearProviders().AddProvider(_lines).SetMinimumLevel(LogLevel.Debug)));
    }

    private static string Text(object value) => value is byte[] bytes ? Convert.ToHexStringLower(bytes) : Convert.ToString(value, CultureInfo.InvariantCulture) ?? "";

    [GeneratedRegex("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}|\\b[0-9a-f]{32}\\b")]
    private static partial Regex AnyId();

    [GeneratedRegex("[0-9a-f]{64,}")]
    private static partial Regex AnyHash();

    [GeneratedRegex("([0-9A-Z]{4}-){6}[0-9A-Z]{2}")]
    private static partial Regex AnyCode();

    private sealed class Lines : ILoggerProvider, ILogger
    {
        private readonly ConcurrentQueue<string> _all = new();

        public IEnumerable<string> All => _all;

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            _all.Enqueue($"{formatter(state, exception)} {exception}");

        public void Dispose()
        {
        }
    }
}
