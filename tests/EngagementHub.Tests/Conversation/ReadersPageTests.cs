using System.Net;

namespace EngagementHub.Tests.Conversation;

public sealed class ReadersPageTests(ConversationFixture hub) : IClassFixture<ConversationFixture>
{
    [Fact]
    public async Task Everybody_reads_the_code_of_conduct_with_its_version_and_day()
    {
        var page = await (await hub.As("sam")).Open("/code-of-conduct");

        page.MustBe(HttpStatusCode.OK);
        Assert.Contains("Version 1.0, in force since Monday 15 January 2007", page.Text, StringComparison.Ordinal);
        Assert.Contains("3. No personal cases", page.Text, StringComparison.Ordinal);
        (await (await hub.As("sam")).Open("/code-of-conduct?version=9.9")).MustBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task The_code_is_accepted_on_its_own_page_and_not_asked_for_again()
    {
        var on = await hub.Open();
        var noah = await hub.As("noah");

        var back = await (await noah.Open("/code-of-conduct/accept?return=/comments/mine")).Submit();

        Assert.Equal("/comments/mine", back.Url);
        Assert.Contains("You have accepted the code of conduct", back.Text, StringComparison.Ordinal);
        Assert.Null((await noah.Open($"/comments/write?on={on}")).Document.QuerySelector("[name=Accept]"));
        Assert.Null((await noah.Open("/code-of-conduct/accept")).Document.QuerySelector("main form"));
        Assert.StartsWith("/code-of-conduct", (await noah.Post("/code-of-conduct/accept?return=https://elsewhere.example/")).Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_discussion_says_its_terms_and_is_the_same_for_every_reader()
    {
        var on = await hub.Open();
        await ConversationFixture.Write(await hub.As("tom"), on, "One");

        var page = await hub.Show(on, await hub.As("tom"));

        Assert.Contains("Comments are read by a moderator before they are shown. You may write with your name or anonymously. Open until Monday 30 April 2007; 1 waiting for a moderator.", page.Text, StringComparison.Ordinal);
        Assert.Equal(page.Body, (await hub.Show(on, await hub.As(""))).Body);
    }

    [Fact]
    public async Task One_sees_what_became_of_ones_own_comments_and_takes_one_back()
    {
        var on = await hub.Open(title: "Chairs");
        var grace = await hub.As("grace");
        await ConversationFixture.Write(grace, on, "Softer chairs");

        var mine = await grace.Open("/comments/mine");

        Assert.Contains("Softer chairs", mine.Text, StringComparison.Ordinal);
        Assert.Contains("Waiting for a moderator", mine.Text, StringComparison.Ordinal);
        var asked = await grace.Open(mine.Document.QuerySelector("a[href$=take-back]")!.GetAttribute("href")!);
        var after = await asked.Submit();
        Assert.Contains("Your comment #1 is taken back", after.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Softer chairs", after.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_signing_in_nobody_has_comments_of_their_own() =>
        Assert.StartsWith("/account/sign-in", (await (await hub.As("")).Open("/comments/mine")).Url, StringComparison.Ordinal);
}
