using System.Text;
using EngagementHub.Core.Search;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.Tests.Search;

public sealed class SearchTracesTests(SearchHub hub) : IClassFixture<SearchHub>
{
    // Not words: no other text holds them, in whatever spelling they are stored.
    private static readonly string[] Secret = ["Zyxwolf", "Zyxwolfgang"];

    [Fact]
    public async Task Struck_words_are_gone_from_the_index_within_the_transaction()
    {
        var post = await hub.Post("traces", "A post", "Text.");
        var id = await hub.Comment(post, "My line manager Zyxwolf Zyxwolfgang said so");
        for (var i = 0; i < 5; i++)
        {
            await hub.Comment(post, $"Another comment about managers {i}");
        }

        Assert.Single(await hub.Find("zyxwolf"));

        var mina = await hub.As("mina");
        await (await mina.Open($"/moderation/{id}/redact")).Submit(("Words", "Zyxwolf Zyxwolfgang"), ("Clause", "1"), ("Reason", "name"));

        Assert.Empty(await hub.Find("zyxwolf"));
        Assert.Empty(await hub.Find("zyx*"));
        Assert.Equal(["Comment #1 on “A post”"], await hub.Find("\"line manager\" redacted"));
        Assert.Contains("[redacted: name]", (await hub.Page("\"line manager\"")).Text, StringComparison.Ordinal);
        Assert.Equal(0, await hub.In((_, db) => db.Set<SearchEntry>().CountAsync(e => e.Text.Contains("Zyx") || e.TextWords.Contains("zyx"))));
        await MustBeNowhereInTheFile();
    }

    // The write-ahead log keeps pages until they are written back; then nothing may be left in the file, free pages and the index's own tables included.
    private async Task MustBeNowhereInTheFile()
    {
        if (TestDatabase.Server is not null)
        {
            return;
        }

        var file = Path.Combine(hub.Folder, "hub.db");
        await hub.In((_, db) => db.Database.ExecuteSqlRawAsync("PRAGMA wal_checkpoint(TRUNCATE)", TestContext.Current.CancellationToken));
        SqliteConnection.ClearAllPools();
        var text = Encoding.Latin1.GetString(await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken));
        Assert.All(Secret, word => Assert.DoesNotContain(word, text, StringComparison.OrdinalIgnoreCase));
    }
}
