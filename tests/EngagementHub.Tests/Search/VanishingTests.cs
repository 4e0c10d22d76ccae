using EngagementHub.Conversation;
using Microsoft.Extensions.DependencyInjection;

namespace EngagementHub.Tests.Search;

/// <summary>A comment that readers no longer see is gone from every page that showed it, at once.</summary>
public sealed class VanishingTests(SearchHub hub) : IClassFixture<SearchHub>
{
    [Fact]
    public async Task Edited_into_a_hold_a_comment_vanishes_everywhere_and_edited_out_of_it_it_is_back()
    {
        var post = await hub.Post("lapwing-post", "On the moor", "Text.", preModerated: false);
        var id = await hub.Comment(post, "A lapwing called", approve: false);
        await hub.Post("quoting-lapwing", "What was said", $"[[comment:{id}]]");
        await MustShow(id, "lapwing", true);

        await Edit(id, "A lapwing called, ring 020 7946 0018");

        await MustShow(id, "lapwing", false);
        Assert.Contains("1 waiting for a moderator", (await (await hub.As("sam")).Open($"{SearchHub.Blog}/2007/04/19/lapwing-post")).Text, StringComparison.Ordinal);
        await Edit(id, "A lapwing called again");
        await MustShow(id, "lapwing", true);
    }

    [Fact]
    public async Task Set_aside_a_comment_vanishes_everywhere_and_undone_it_is_back()
    {
        var post = await hub.Post("dotterel-post", "On the hill", "Text.", preModerated: false);
        var id = await hub.Comment(post, "A dotterel ran", approve: false);
        await hub.Post("quoting-dotterel", "What was said", $"[[comment:{id}]]");
        var mina = await hub.As("mina");

        await (await mina.Open($"/moderation/{id}/hold")).Submit(("Reason", "A second look"));
        await MustShow(id, "dotterel", false);
        await (await mina.Open($"/moderation/{id}/history")).Submit("#undo");

        await MustShow(id, "dotterel", true);
        await (await (await hub.As("tom")).Open($"/comments/{id}/take-back")).Submit();
        await MustShow(id, "dotterel", false);
    }

    private async Task MustShow(Guid id, string word, bool shown)
    {
        var sam = await hub.As("sam");
        foreach (var url in (string[])[$"{SearchHub.Blog}/2007/04/19/{word}-post", $"{SearchHub.Blog}/2007/04/19/quoting-{word}"])
        {
            Assert.True((await sam.Open(url)).Body.Contains($"A {word}", StringComparison.Ordinal) == shown, url);
        }

        Assert.Equal(shown, (await hub.Find(word)).Any(h => h.Contains("Comment #", StringComparison.Ordinal)));
        var comment = await hub.In((services, _) => services.GetRequiredService<IConversation>().FindAsync(id));
        Assert.Equal(shown, comment!.Text.Contains(word, StringComparison.Ordinal));
    }

    private async Task Edit(Guid id, string text) =>
        await (await (await hub.As("tom")).Open($"/comments/{id}/edit")).Submit(("Text", text));
}
