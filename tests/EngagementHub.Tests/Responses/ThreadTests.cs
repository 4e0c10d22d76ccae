using System.Net;

namespace EngagementHub.Tests.Responses;

/// <summary>The same through the real blog and the real conversation.</summary>
public sealed class ThreadTests(HubFixture hub) : IClassFixture<HubFixture>
{
    [Fact]
    public async Task A_digest_becomes_a_post_and_the_answers_show_wherever_they_belong()
    {
        var story = await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "Responses", "story.recipe.json"), TestContext.Current.CancellationToken);
        var (exitCode, errors) = await hub.ApplyRecipe(story);
        Assert.True(exitCode == 0, errors);
        var board = $"/responses/blogging.period/{StableId.From("priyas-days")}";
        (await (await hub.As("tom")).Open(board)).MustBe(HttpStatusCode.Forbidden);
        var priya = await hub.As("priya");
        Assert.Contains("Sum: 3 + 1 = 4 ✓", (await priya.Open(board)).Text, StringComparison.Ordinal);

        var post = await (await priya.Open($"{board}/digest")).PublishDigest(("Title", "What you asked about pay"), ("Standfirst", "All four comments"));

        post.MustBe(HttpStatusCode.OK);
        Assert.Equal("What you asked about pay", post.Heading);
        Assert.Contains("It waits for the remit.", post.Text, StringComparison.Ordinal);
        Assert.Contains("3 (The pay round) + 1 (Declined by a moderator) = 4 received ✓", post.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("This post accounts for", post.Text, StringComparison.Ordinal);
        Assert.Contains("When will pay be settled? #2 by Anonymous", post.Text, StringComparison.Ordinal);
        await (await (await hub.As("mina")).Open($"/moderation/{StableId.From("comment/ask-2")}/redact")).Submit(("Words", "be settled"), ("Clause", "2"), ("Reason", "one person's case"));
        Assert.Contains("When will pay [redacted: one person's case]? #2 by Anonymous", (await priya.Open(post.Url)).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("be settled", (await priya.Open("/blogs/leaders/feed")).Body, StringComparison.Ordinal);
        var home = (await (await hub.As("tom")).Open("/")).Text;
        Assert.Contains("The pay round (3 comments)", home, StringComparison.Ordinal);
        Assert.Contains("0 late · 1 open · 0 kept", home, StringComparison.Ordinal);
    }
}
