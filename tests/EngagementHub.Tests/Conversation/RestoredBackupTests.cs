using System.Net;
using System.Security.Cryptography;
using EngagementHub.Conversation;
using EngagementHub.Conversation.Concealment;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.Tests.Conversation;

/// <summary>A backup keeps the marks of writers for ever, and never the key that tells whose they are.</summary>
public sealed class RestoredBackupTests(PrivacyFixture hub) : IClassFixture<PrivacyFixture>
{
    private static readonly DateTimeOffset June = new(2007, 6, 5, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task Restored_after_the_key_was_destroyed_the_oldest_backup_tells_nobody_who_wrote()
    {
        Assert.SkipUnless(TestDatabase.Server is null, "PostgreSQL is backed up by its own tools; what is in the tables is the same");
        var on = await hub.Open(Anonymity.KeptTogether, title: "Backed up");
        await ConversationFixture.Write(await hub.As("tom"), on, "First of mine", "together");
        await ConversationFixture.Write(await hub.As("sam"), on, "Somebody else", "together");
        var place = await hub.In((_, db) => db.Discussions.Where(d => d.On == on).Select(d => d.Id).SingleAsync());
        var key = await File.ReadAllBytesAsync(Path.Combine(hub.Keys, $"{place:N}.key"), TestContext.Current.CancellationToken);
        string[] marks = [Mark(key, People.Tom), Mark(key, People.Sam)];
        var backup = await BackUp();
        hub.Clock.Now = June;
        await hub.RunJob("conversation.pseudonym-keys");

        await using var restored = new RestoredHub(backup, hub.Keys);
        restored.Clock.Now = June;

        Assert.Equal(2, (await restored.Rows()).Count(r => marks.Any(m => r.Contains(m, StringComparison.Ordinal))));
        Assert.True((await File.ReadAllBytesAsync(backup, TestContext.Current.CancellationToken)).AsSpan().IndexOf(key) < 0, "the backup holds the key");
        foreach (var left in Directory.EnumerateFiles(hub.Keys).Select(File.ReadAllBytes))
        {
            Assert.DoesNotContain(marks, m => m == Mark(left, People.Tom) || m == Mark(left, People.Sam));
        }

        (await (await restored.As("tom")).Post($"/comments/write?on={on}", ("Text", "And today?"), ("Shown", "together"))).MustBe(HttpStatusCode.UnprocessableEntity);
        await restored.RunJob("conversation.pseudonym-keys");
        Assert.False(File.Exists(Path.Combine(hub.Keys, $"{place:N}.key")));
        Assert.Equal(0, await restored.In((_, db) => db.Set<Voice>().CountAsync(v => v.DiscussionId == place)));
        Assert.Equal(["Anonymous 1", "Anonymous 2"], (await restored.Received(on)).Select(c => c.AuthorLabel));
    }

    private async Task<string> BackUp()
    {
        var file = Path.Combine(Directory.CreateDirectory(Path.Combine(hub.Folder, "backup")).FullName, "hub.db");
        await hub.In<object?>(async (_, db) =>
        {
            await db.Database.OpenConnectionAsync();
            await using var copy = new SqliteConnection($"Data Source={file};Pooling=False");
            await copy.OpenAsync();
            ((SqliteConnection)db.Database.GetDbConnection()).BackupDatabase(copy);
            return null;
        });
        return file;
    }

    private static string Mark(byte[] key, StaffId who) => Convert.ToHexStringLower(HMACSHA256.HashData(key, who.Value.ToByteArray()));

    private sealed class RestoredHub(string database, string keys) : PrivacyFixture
    {
        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.UseSetting("Database:Connection", $"Data Source={database}");
            builder.UseSetting("Conversation:KeyFolder", keys);
        }
    }
}
