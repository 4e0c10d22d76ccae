using System.Net;
using EngagementHub.Blogging;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.Tests.Blogging;

/// <summary>What the owner can ask of a guest, and what is refused in a sentence that says what to do.</summary>
public sealed class InvitingTests : IAsyncLifetime
{
    private readonly BloggingHub _hub = new();

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => _hub.DisposeAsync();

    [Fact]
    public async Task The_brief_is_Markdown_and_shown_as_it_is_meant()
    {
        await Invite(("Brief", "Write about:\n\n- **pay**\n- <script>alert(1)</script>"));

        var period = await (await _hub.As("priya")).Open(await Invited("priya"));

        Assert.Equal("pay", period.Document.QuerySelector(".hub-prose li strong")!.TextContent);
        Assert.Empty(period.Document.QuerySelectorAll(".hub-prose script"));
        Assert.Contains("You are asked: Write about: pay", (await (await _hub.As("priya")).Open("/notifications")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_brief_that_cannot_be_shown_is_refused_beside_its_field()
    {
        var refused = await Invite(("Brief", new string('>', 500) + " deep"));

        refused.MustBe(HttpStatusCode.UnprocessableEntity);
        Assert.Equal("#Brief", refused.Document.QuerySelector(".govuk-error-summary a")!.GetAttribute("href"));
    }

    [Fact]
    public async Task The_same_form_sent_twice_by_going_back_makes_one_invitation()
    {
        var form = await (await _hub.As("office")).Open($"{BloggingHub.Blog}/hosting/invite");
        var fields = BloggingHub.Invitation(People.Priya, (1, 5), (4, 5));

        await form.Submit(fields);
        var again = await form.Submit(fields);

        again.MustBe(HttpStatusCode.OK);
        Assert.Contains("Priya Patel has been invited for 1 to 4 May 2007 already. The invitation was not sent twice.", again.Text, StringComparison.Ordinal);
        Assert.Equal(1, await _hub.In((_, db) => db.HostingPeriods.CountAsync(TestContext.Current.CancellationToken)));
    }

    [Fact]
    public async Task The_same_form_sent_twice_at_once_makes_one_invitation()
    {
        var form = await (await _hub.As("office")).Open($"{BloggingHub.Blog}/hosting/invite");

        var sent = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => form.Submit(BloggingHub.Invitation(People.Priya, (1, 5), (4, 5)))));

        Assert.Contains(sent, s => s.Status == HttpStatusCode.OK);
        Assert.Equal(1, await _hub.In((_, db) => db.HostingPeriods.CountAsync(TestContext.Current.CancellationToken)));
    }

    [Fact]
    public async Task Another_invitation_of_the_same_guest_for_some_of_these_days_is_refused_with_the_twins_name()
    {
        await Invite();

        var refused = await Invite(("LastDay.Day", "7"));

        refused.MustBe(HttpStatusCode.UnprocessableEntity);
        Assert.Equal(["Priya Patel is invited for 1 to 4 May 2007 and has not answered yet. Withdraw that invitation first if the days or the brief are to change"], refused.Errors);
    }

    [Fact]
    public async Task An_open_invitation_for_the_same_days_is_named_and_both_are_invited_when_the_owner_says_so()
    {
        await Invite();

        var warned = await Invite(("Host", People.Tom.ToString()));
        Assert.Equal(["Priya Patel is invited for 1 to 4 May 2007 and has not answered yet. Choose other days, or tick the box to invite both: whoever accepts first hosts"], warned.Errors);
        Assert.NotNull(warned.Document.QuerySelector("input#Anyway"));
        var both = await warned.Submit(("Anyway", "true"));

        Assert.Contains("Tom Taylor is invited to host from 1 to 4 May 2007", both.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_is_invited_for_days_that_another_accepts_is_told_at_once()
    {
        await Invite();
        await (await Invite(("Host", People.Tom.ToString()))).Submit(("Anyway", "true"));

        await (await (await _hub.As("tom")).Open(await Invited("tom"))).Submit("main form[action*='answer']");

        var priya = await _hub.As("priya");
        Assert.Contains("Tom Taylor now hosts The leaders' blog on 1 to 4 May 2007, so your invitation for 1 to 4 May 2007 can no longer be accepted", (await priya.Open("/notifications")).Text, StringComparison.Ordinal);
        Assert.Contains("Priya Patel can no longer accept", (await (await _hub.As("office")).Open("/notifications")).Text, StringComparison.Ordinal);
        var period = await priya.Open(await Invited("priya"));
        Assert.Null(period.Document.QuerySelector("main form[action*='Accept']"));
        Assert.Contains("Decline it and ask for other days", period.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_owner_needs_no_invitation()
    {
        var refused = await Invite(("Host", People.Olu.ToString()));

        Assert.Equal(["You hold the pen on every day without a guest, so no invitation is needed. Choose somebody else"], refused.Errors);
        Assert.Equal("#Host", refused.Document.QuerySelector(".govuk-error-summary a")!.GetAttribute("href"));
    }

    [Theory]
    [InlineData("Host", "Host")]
    [InlineData("StandIn", "StandIn")]
    public async Task Whoever_has_left_is_refused_beside_the_field(string field, string shown)
    {
        await Leave("tom");

        var refused = await Invite((field, People.Tom.ToString()));

        refused.MustBe(HttpStatusCode.UnprocessableEntity);
        Assert.Equal(["This person has left the department. Choose somebody else"], refused.Errors);
        Assert.Equal($"#{shown}", refused.Document.QuerySelector(".govuk-error-summary a")!.GetAttribute("href"));
    }

    [Fact]
    public async Task The_days_to_ask_and_answer_by_stand_on_every_page_of_the_blog()
    {
        var link = await _hub.Host("priya", People.Priya, (24, 4), (27, 4));
        var host = await _hub.As("priya");

        var refused = await (await host.Open($"{link}/question-days")).Submit(("AskBy.Day", "28"), ("AskBy.Month", "4"), ("AskBy.Year", "2007"));
        await (await host.Open($"{link}/question-days")).Submit(("AskBy.Day", "25"), ("AskBy.Month", "4"), ("AskBy.Year", "2007"), ("AnswerBy.Day", "4"), ("AnswerBy.Month", "5"), ("AnswerBy.Year", "2007"));

        Assert.Equal(["Questions are asked during the period. Choose a day from 24 April 2007 to 27 April 2007"], refused.Errors);
        Assert.Contains("until Friday 27 April · Ask by Wednesday 25 April 2007, answered by Friday 4 May 2007", (await (await _hub.As("sam")).Open(BloggingHub.Blog)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stand_in_is_named_later_changed_and_told()
    {
        var link = await _hub.Host("priya", People.Priya, (24, 4), (27, 4));
        var host = await _hub.As("priya");
        (await (await _hub.As("sam")).Open($"{link}/stand-in")).MustBe(HttpStatusCode.Forbidden);

        await (await host.Open($"{link}/stand-in")).Submit(("Person", People.Grace.ToString()));
        (await (await _hub.As("grace")).Open($"{BloggingHub.Blog}/write")).MustBe(HttpStatusCode.OK);
        await (await (await _hub.As("office")).Open($"{link}/stand-in")).Submit(("Person", People.Tom.ToString()));

        Assert.Contains("You no longer stand in", (await (await _hub.As("grace")).Open("/notifications")).Text, StringComparison.Ordinal);
        Assert.Contains("You stand in for Priya Patel", (await (await _hub.As("tom")).Open("/notifications")).Text, StringComparison.Ordinal);
        Assert.Contains("Tom Taylor stands in for you", (await host.Open("/notifications")).Text, StringComparison.Ordinal);
        (await (await _hub.As("grace")).Open($"{BloggingHub.Blog}/write")).MustBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task A_former_hosts_desk_offers_nothing_that_is_refused()
    {
        await _hub.Host("priya", People.Priya, (24, 4), (27, 4));
        var host = await _hub.As("priya");
        await BloggingHub.Publish(host, "Ask me about HR", "Welcome.");
        _hub.Clock.Now = _hub.Clock.Now.AddDays(7);

        var desk = await host.Open($"{BloggingHub.Blog}/desk");

        Assert.Contains("Ask me about HR", desk.Text, StringComparison.Ordinal);
        foreach (var link in desk.Document.QuerySelectorAll("main a").Select(a => a.GetAttribute("href")!))
        {
            (await host.Open(link)).MustBe(HttpStatusCode.OK);
        }
    }

    private async Task<HubPage> Invite(params (string Name, string Value)[] other)
    {
        (string Name, string Value)[] usual = BloggingHub.Invitation(People.Priya, (1, 5), (4, 5));
        var form = await (await _hub.As("office")).Open($"{BloggingHub.Blog}/hosting/invite");
        return await form.Submit([.. usual.Where(u => other.All(o => o.Name != u.Name)), .. other]);
    }

    private async Task<string> Invited(string guest) =>
        (await (await _hub.As(guest)).Open("/notifications")).Document.QuerySelector("main a[href*='/hosting/']")!.GetAttribute("href")!;

    private async Task Leave(string userName) => (await (await _hub.As("admin")).Post($"/staff/{userName}?handler=Leave")).MustBe(HttpStatusCode.OK);
}
