using System.Net;
using EngagementHub.Identity;
using EngagementHub.Identity.Staff;

namespace EngagementHub.Tests.Identity;

public sealed class PeoplePageTests(HubFixture hub) : IClassFixture<HubFixture>
{
    [Fact]
    public async Task People_are_found_by_name_post_address_and_role()
    {
        var ada = await hub.As("admin");

        Assert.Equal(["Grace Green"], Names(await ada.Open("/staff?Find=reward")));
        Assert.Equal(["Grace Green"], Names(await ada.Open("/staff?Find=GRACE%40department")));
        Assert.Equal(["Mina Moderator", "Noah Noble"], Names(await ada.Open("/staff?Role=Moderator")));
        Assert.Contains("Nobody fits", (await ada.Open("/staff?Find=zzz")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_long_list_comes_fifty_at_a_time()
    {
        await using var large = new HubFixture();
        await large.In<object?>((_, db) =>
        {
            db.Staff.AddRange(Enumerable.Range(0, 120).Select(i => StaffMember.Join(Guid.NewGuid(), $"extra-{i:000}", $"Extra {i:000}", "", null, null)));
            return Task.FromResult<object?>(null);
        });
        var ada = await large.As("admin");

        Assert.Equal(50, Names(await ada.Open("/staff?Find=extra")).Count);
        Assert.Equal("Extra 100", Names(await ada.Open("/staff?Find=extra&p=3"))[0]);
        Assert.Equal(20, Names(await ada.Open("/staff?Find=extra&p=99")).Count);
    }

    [Fact]
    public async Task Somebody_is_invited_with_a_role_and_the_trail_says_by_whom()
    {
        var ada = await hub.As("admin");

        var page = await (await ada.Open("/staff/invite")).Submit(("Name", "Nell New"), ("Post", "Head of Estates"), ("Mail", "nell@department.example"), ("Roles", "Service owner"));

        Assert.Equal("/staff/nell-new", page.Url);
        Assert.Contains("Nell New has a place here now", page.Body, StringComparison.Ordinal);
        Assert.Contains("Ada Administrator Staff invited", (await ada.Open("/audit?What=invited")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "nell2@department.example", "Enter the person's name")]
    [InlineData("Nell", "not an address", "Enter an e-mail address")]
    [InlineData("Nell", "GRACE@department.example", "Somebody with this address is here already")]
    public async Task An_invitation_that_is_not_right_says_what_is_wrong_and_keeps_what_was_typed(string name, string mail, string words)
    {
        var page = await (await (await hub.As("admin")).Open("/staff/invite")).Submit(("Name", name), ("Mail", mail));

        page.MustBe(HttpStatusCode.UnprocessableEntity);
        Assert.Contains(page.Errors, e => e.StartsWith(words, StringComparison.Ordinal));
        Assert.Equal(mail, page.Document.QuerySelector("input[name=Mail]")!.GetAttribute("value"));
    }

    [Fact]
    public async Task Only_an_administrator_invites() => (await (await hub.As("mina")).Post("/staff/invite", ("Name", "x"), ("Mail", "x@y.example"))).MustBe(HttpStatusCode.Forbidden);

    private static IReadOnlyList<string> Names(HubPage page) => [.. page.Document.QuerySelectorAll("main tbody th").Select(c => c.TextContent.Trim())];
}
