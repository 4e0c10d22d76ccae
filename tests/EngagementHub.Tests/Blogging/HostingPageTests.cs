using System.Net;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.Tests.Blogging;

public sealed class HostingPageTests : IAsyncLifetime
{
    private readonly BloggingHub _hub = new();

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => _hub.DisposeAsync();

    [Fact]
    public async Task The_owner_invites_the_guest_accepts_and_every_page_of_the_blog_says_so()
    {
        var reader = await _hub.As("sam");
        Assert.Contains("Olu Office is in charge of The leaders' blog now", (await reader.Open(BloggingHub.Blog)).Text, StringComparison.Ordinal);

        var link = await _hub.Host("priya", People.Priya, (24, 4), (27, 4));

        Assert.Contains("Priya Patel, Director of Human Resources, is in charge of The leaders' blog until Friday 27 April", (await reader.Open(BloggingHub.Blog)).Text, StringComparison.Ordinal);
        Assert.Contains("In charge now", (await reader.Open(link)).Text, StringComparison.Ordinal);
        Assert.Contains("Priya Patel accepted", (await (await _hub.As("office")).Open("/notifications")).Text, StringComparison.Ordinal);
        Assert.Contains("is in charge of", (await reader.Open("/")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_guest_declines_with_a_reason_and_the_owner_is_told()
    {
        var owner = await _hub.As("office");
        await (await owner.Open($"{BloggingHub.Blog}/hosting/invite")).Submit(BloggingHub.Invitation(People.Priya, (1, 5), (4, 5)));
        var guest = await _hub.As("priya");
        var period = (await guest.Open("/notifications")).Document.QuerySelector("main a[href*='/hosting/']")!.GetAttribute("href");

        var unanswered = await (await guest.Open($"{period}/answer")).Submit("main form[action*='Decline']", ("Reason", " "));
        var declined = await (await guest.Open($"{period}/answer")).Submit("main form[action*='Decline']", ("Reason", "I am on leave"));

        unanswered.MustBe(HttpStatusCode.UnprocessableEntity);
        Assert.Equal(["Say why you decline, so that the blog's owner can plan"], unanswered.Errors);
        Assert.Contains("Declined", declined.Text, StringComparison.Ordinal);
        Assert.Contains("I am on leave", (await owner.Open("/notifications")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Bad_days_are_refused_beside_their_field_and_what_was_typed_stays()
    {
        var owner = await _hub.As("office");
        var form = await owner.Open($"{BloggingHub.Blog}/hosting/invite");

        var refused = await form.Submit(BloggingHub.Invitation(People.Priya, (27, 4), (25, 4)));

        refused.MustBe(HttpStatusCode.UnprocessableEntity);
        Assert.Equal(["The last day must be on or after the first day"], refused.Errors);
        Assert.Contains("Answer what staff ask about HR.", refused.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_overlap_is_refused_with_the_name_of_the_period_in_the_way()
    {
        await _hub.Host("priya", People.Priya, (24, 4), (27, 4));
        var owner = await _hub.As("office");

        var refused = await (await owner.Open($"{BloggingHub.Blog}/hosting/invite")).Submit(BloggingHub.Invitation(People.Tom, (27, 4), (30, 4)));

        refused.MustBe(HttpStatusCode.UnprocessableEntity);
        Assert.Equal(["Priya Patel already hosts The leaders' blog on 24 to 27 April 2007. Choose days outside that period"], refused.Errors);
    }

    [Fact]
    public async Task Of_two_who_accept_the_same_days_at_once_exactly_one_wins()
    {
        var owner = await _hub.As("office");
        List<(HubClient Guest, HubPage Page)> invited = [];
        foreach (var (name, id) in new[] { ("priya", People.Priya), ("tom", People.Tom) })
        {
            await (await owner.Open($"{BloggingHub.Blog}/hosting/invite")).Submit([.. BloggingHub.Invitation(id, (1, 5), (4, 5)), ("Anyway", "true")]);
            var guest = await _hub.As(name);
            var link = (await guest.Open("/notifications")).Document.QuerySelector("main a[href*='/hosting/']")!.GetAttribute("href")!;
            invited.Add((guest, await guest.Open(link)));
        }

        var answers = await Task.WhenAll(invited.Select(i => i.Page.Submit("main form[action*='answer']")));

        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.UnprocessableEntity], answers.Select(a => a.Status).Order());
        var told = Assert.Single(answers, a => a.Status != HttpStatusCode.OK);
        Assert.Contains("already hosts The leaders' blog on 1 to 4 May 2007, so this invitation can no longer be accepted", told.Text, StringComparison.Ordinal);

        // What the page offers next can be done, and gets through.
        Assert.Null(told.Document.QuerySelector("main form[action*='Accept']"));
        var asked = await told.Submit("main form[action*='Decline']", ("Reason", "The week after would suit me"));
        asked.MustBe(HttpStatusCode.OK);
        Assert.Contains("The week after would suit me", (await owner.Open("/notifications")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Others_can_neither_invite_nor_answer_nor_see_an_open_invitation()
    {
        var owner = await _hub.As("office");
        await (await owner.Open($"{BloggingHub.Blog}/hosting/invite")).Submit(BloggingHub.Invitation(People.Priya, (1, 5), (4, 5)));
        var guest = await _hub.As("priya");
        var link = (await guest.Open("/notifications")).Document.QuerySelector("main a[href*='/hosting/']")!.GetAttribute("href")!;
        var sam = await _hub.As("sam");

        (await sam.Open($"{BloggingHub.Blog}/hosting/invite")).MustBe(HttpStatusCode.Forbidden);
        (await sam.Open(link)).MustBe(HttpStatusCode.NotFound);
        (await sam.Post($"{link}/answer?handler=Accept")).MustBe(HttpStatusCode.Forbidden);
        (await guest.Post($"{link}/withdraw", ("Reason", "x"))).MustBe(HttpStatusCode.Forbidden);
        Assert.DoesNotContain("Waiting for an answer", (await sam.Open($"{BloggingHub.Blog}/hosting")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_owner_extends_a_period_and_the_reason_stands_in_its_history()
    {
        var link = await _hub.Host("priya", People.Priya, (24, 4), (27, 4));
        var owner = await _hub.As("office");

        var extended = await (await owner.Open($"{link}/last-day")).Submit(("LastDay.Day", "2"), ("LastDay.Month", "5"), ("LastDay.Year", "2007"), ("Reason", "More questions than expected"));

        Assert.Contains("Extended from Friday 27 April 2007 to Wednesday 2 May 2007 by Olu Office", extended.Text, StringComparison.Ordinal);
        Assert.Contains("until Wednesday 2 May", extended.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Colleagues_are_named_to_answer_too_under_the_title_they_sign_with()
    {
        var link = await _hub.Host("priya", People.Priya, (24, 4), (27, 4));
        var host = await _hub.As("priya");

        await (await host.Open($"{link}/co-responders")).Submit("main form#name", ("Person", People.Grace.ToString()), ("Title", "Pay and reward"));

        Assert.Contains("Grace Green, Pay and reward", (await (await _hub.As("sam")).Open(link)).Text, StringComparison.Ordinal);
        Assert.Contains("blogging.period.co-responder-named", await _hub.In((_, db) => db.Set<EngagementHub.Core.Data.AuditEntry>().Select(a => a.What).ToListAsync(TestContext.Current.CancellationToken)));
    }

    [Fact]
    public async Task Years_after_the_period_the_host_names_and_releases_nobody()
    {
        var link = await _hub.Host("priya", People.Priya, (24, 4), (27, 4));
        _hub.Clock.Now = Sample.Utc(2009, 4, 24, 9, 0);
        var host = await _hub.As("priya");

        (await host.Post($"{link}/co-responders", ("Person", People.Grace.ToString()), ("Title", "Pay and reward"))).MustBe(HttpStatusCode.UnprocessableEntity);
        (await host.Post($"{link}/co-responders?handler=Release", ("release", People.Grace.ToString()))).MustBe(HttpStatusCode.UnprocessableEntity);
        Assert.Null((await host.Open($"{link}/co-responders")).Document.QuerySelector("main form#name"));
    }
}
