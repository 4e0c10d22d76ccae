using System.Net;

namespace EngagementHub.Tests.Core;

public sealed class SessionEndedTests(HubFixture hub) : IClassFixture<HubFixture>
{
    [Fact]
    public async Task What_was_typed_is_given_back_when_the_session_has_ended()
    {
        var nobody = await hub.As("");

        var page = await nobody.Post("/staff/sam", ("Roles", "Moderator"), ("Note", "A long note that somebody took ten minutes to write, with <b>marks</b>"));

        page.MustBe(HttpStatusCode.Unauthorized);
        Assert.Equal("You have been signed out", page.Heading);
        Assert.Equal("A long note that somebody took ten minutes to write, with <b>marks</b>", page.Document.QuerySelector("textarea[name=Note]")!.TextContent);
    }

    [Fact]
    public async Task It_can_be_sent_again_after_signing_in()
    {
        var ada = await hub.As("");
        var page = await ada.Post("/staff/sam", ("Roles", "Moderator"));

        await ada.SignIn("admin");
        var sent = await page.Submit();

        Assert.Contains("Sam Stone now holds: Moderator", sent.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Somebody_who_left_can_do_nothing_any_more()
    {
        var ada = await hub.As("admin");
        var noah = await hub.As("noah");
        (await noah.Open("/notifications")).MustBe(HttpStatusCode.OK);

        await (await ada.Open("/staff/noah")).Submit("main form[method=post]:last-of-type", ("!button", "Mark as having left"));

        Assert.StartsWith("/account/sign-in", (await noah.Open("/notifications")).Url, StringComparison.Ordinal);
        await (await ada.Open("/staff/noah")).Submit("main form[method=post]:last-of-type", ("!button", "Mark as being here again"));
        await noah.SignIn("noah");
        (await noah.Open("/notifications")).MustBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task What_was_typed_is_shown_to_copy_when_the_right_has_ended()
    {
        var tom = await hub.As("tom");

        var page = await tom.Post("/staff/sam", ("Note", "A long note that somebody took ten minutes to write, now without the right"));

        page.MustBe(HttpStatusCode.Forbidden);
        Assert.Contains("now without the right", page.Document.QuerySelector("textarea")!.TextContent, StringComparison.Ordinal);
    }
}
