using System.Net;

namespace EngagementHub.Tests.Identity;

/// <summary>Moderators and administrators show again who they are when they last did so too long ago.</summary>
public sealed class StepUpTests(ProviderHub hub) : IClassFixture<ProviderHub>
{
    [Fact]
    public async Task A_moderator_who_signed_in_long_ago_is_asked_again_and_comes_back_to_the_page()
    {
        var mina = await Stale("mina-1");

        var page = await mina.Go("/moderation?sort=x");

        page.MustBe(HttpStatusCode.OK);
        Assert.Equal(("login", "14400"), (hub.Provider.Asked["prompt"], hub.Provider.Asked["max_age"]));
        Assert.Equal("/moderation?sort=x", mina.Address);
    }

    [Fact]
    public async Task What_everybody_may_do_needs_no_second_look()
    {
        var mina = await Stale("mina-2");

        (await mina.Go("/notifications")).MustBe(HttpStatusCode.OK);

        Assert.Equal("/notifications", mina.Address);
        Assert.DoesNotContain("/account/sign-in/again", mina.Trail[^2], StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_typed_is_kept_and_can_be_sent_after_signing_in_again()
    {
        var ada = await Stale("ada-1", "Hub.Administer");

        var page = await ada.Post("/staff/invite", ("Name", "Nell New"), ("Mail", "nell@department.example"), ("Post", "A long title that somebody typed with care, over forty characters"));

        page.MustBe(HttpStatusCode.Unauthorized);
        Assert.Equal("Sign in again to go on", page.Heading);
        Assert.Equal("/account/sign-in/again", page.Document.QuerySelector("main a")!.GetAttribute("href"));
        Assert.Contains("typed with care", page.Document.QuerySelector("textarea[name=Post]")!.TextContent, StringComparison.Ordinal);
        await ada.Go("/account/sign-in/again");
        (await ada.Post("/staff/invite", ("Name", "Nell New"), ("Mail", "nell@department.example"))).MustBe(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("stale")]
    [InlineData("no-auth_time")]
    public async Task A_provider_that_does_not_ask_again_opens_nothing(string lie)
    {
        var mina = await Stale($"mina-{lie}");
        hub.Provider.Lie = lie;

        var page = await mina.Go("/moderation");

        page.MustBe(HttpStatusCode.Forbidden);
        Assert.Equal("You were not asked again", page.Heading);
    }

    [Fact]
    public async Task An_administrator_s_work_that_another_role_may_do_as_well_is_as_delicate_as_before()
    {
        var ada = await hub.SignedIn("ada-roles", "Ada Roles", null, "Hub.Administer");
        await ada.Post("/roles/Moderator", ("Seen", "-1"), ("Of[Identity]", "identity.read-audit"), ("Of[Recipes]", "recipes.apply"), ("Of[Conversation]", "conversation.moderate"));
        var olu = await Stale("olu-1", "Hub.Moderate");

        await olu.Go("/audit");

        Assert.Contains(olu.Trail, place => place.StartsWith("/account/sign-in/again", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_act_on_a_page_that_is_for_others_too_is_as_delicate()
    {
        var fresh = await hub.SignedIn("ada-blogs", "Ada Blogs", null, "Hub.Administer");
        (string, string)[] terms = [("Owner", $"{People.Priya}"), ("Moderation", "before"), ("Anonymity", "NotRecorded")];
        (await fresh.Post("/blogs/add", [("Address", "stepped"), ("Name", "Before"), ("Zone", "Europe/London"), .. terms])).MustBe(HttpStatusCode.OK);
        (string, string)[] changed = [("Name", "After"), .. terms];
        var stale = await Stale("ada-late", "Hub.Administer");

        (await stale.Go("/blogs/stepped/settings")).MustBe(HttpStatusCode.OK);
        var page = await stale.Post("/blogs/stepped/settings", changed);

        page.MustBe(HttpStatusCode.Unauthorized);
        Assert.Equal("Sign in again to go on", page.Heading);
        Assert.Contains("Before", (await fresh.Go("/blogs/stepped")).Body, StringComparison.Ordinal);
        await stale.Go("/account/sign-in/again");
        (await stale.Post("/blogs/stepped/settings", changed)).MustBe(HttpStatusCode.OK);
        Assert.Contains("After", (await fresh.Go("/blogs/stepped")).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_for_everybody_is_read_of_an_administrator_who_signed_in_long_ago()
    {
        var stale = await Stale("ada-reader", "Hub.Administer");

        (await stale.Post("/notifications/preferences")).MustBe(HttpStatusCode.UnprocessableEntity);
    }

    // Signed in at the provider in the morning, here just now.
    private async Task<Visitor> Stale(string subject, string role = "Hub.Moderate")
    {
        hub.Provider.Lie = "stale";
        hub.Provider.Be(subject, $"Person {subject}", null, role);
        var visitor = hub.Open();
        (await visitor.Go("/account/sign-in?returnUrl=/notifications")).MustBe(HttpStatusCode.OK);
        hub.Provider.Lie = "";
        return visitor;
    }
}
