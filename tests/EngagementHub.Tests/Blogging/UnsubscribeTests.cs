using System.Net;
using EngagementHub.Blogging.Subscriptions;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.Tests.Blogging;

public sealed class UnsubscribeTests : IAsyncLifetime
{
    private readonly BloggingHub _hub = new();
    private string _stop = "";

    public async ValueTask InitializeAsync()
    {
        await _hub.Follow("tom", "Each");
        await _hub.PublishAt(Sample.Utc(2007, 4, 24, 10, 0), "First");
        _stop = Assert.Single(await _hub.QueueAndSend()).Stop;
    }

    public ValueTask DisposeAsync() => _hub.DisposeAsync();

    [Fact]
    public async Task The_reader_s_mail_server_stops_the_mail_by_one_post_from_elsewhere_and_may_repeat_it()
    {
        Assert.Equal(HttpStatusCode.OK, await PostFromElsewhere(_stop));
        Assert.Equal(HttpStatusCode.OK, await PostFromElsewhere(_stop));

        await _hub.PublishAt(Sample.Utc(2007, 4, 24, 11, 0), "Second");
        Assert.Single(await _hub.QueueAndSend());
    }

    [Fact]
    public async Task Looking_at_the_link_stops_nothing_and_its_button_does()
    {
        var page = await (await _hub.As("")).Open(_stop);
        Assert.EndsWith("Stop these mails?", page.Heading, StringComparison.Ordinal);
        await _hub.PublishAt(Sample.Utc(2007, 4, 24, 11, 0), "Second");
        Assert.Equal(2, (await _hub.QueueAndSend()).Count);

        var stopped = await page.Submit();

        Assert.Contains("These mails have stopped", stopped.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("tom@", stopped.Body, StringComparison.Ordinal);
        await _hub.PublishAt(Sample.Utc(2007, 4, 24, 12, 0), "Third");
        Assert.Equal(2, (await _hub.QueueAndSend()).Count);
    }

    [Fact]
    public async Task Mail_that_waits_is_not_sent_after_the_reader_stopped_it()
    {
        await _hub.PublishAt(Sample.Utc(2007, 4, 24, 11, 0), "Second");
        await _hub.Queue();

        await PostFromElsewhere(_stop);

        Assert.Single(await _hub.Send());
    }

    [Fact]
    public async Task A_token_stops_its_own_subscription_only_and_is_kept_nowhere()
    {
        await _hub.Follow("sam", "Each");

        await PostFromElsewhere(_stop);

        Assert.Equal([People.Sam], await _hub.In((_, db) => db.Set<Subscription>().Where(s => s.EndedAt == null).Select(s => s.Reader).ToListAsync(TestContext.Current.CancellationToken)));
        Assert.Equal(HttpStatusCode.NotFound, await PostFromElsewhere("/mail/unsubscribe/" + new string('A', 43)));
        Assert.Empty(await _hub.In((_, db) => db.Set<EngagementHub.Notifications.Mail.OutboxMessage>().Where(m => m.Secret != null).ToListAsync(TestContext.Current.CancellationToken)));
    }

    [Fact]
    public async Task Posts_from_elsewhere_are_taken_there_and_nowhere_else()
    {
        Assert.Equal(HttpStatusCode.Forbidden, await PostFromElsewhere($"{BloggingHub.Blog}/subscribe"));
        Assert.Equal(HttpStatusCode.Forbidden, await PostFromElsewhere("/mail/subscriptions"));
    }

    [Fact]
    public async Task Who_follows_again_gets_what_appears_from_then_on()
    {
        await PostFromElsewhere(_stop);
        await _hub.PublishAt(Sample.Utc(2007, 4, 24, 11, 0), "Missed");
        _hub.Clock.Now = Sample.Utc(2007, 4, 24, 12, 0);

        await _hub.Follow("tom", "Each");
        await _hub.PublishAt(Sample.Utc(2007, 4, 24, 13, 0), "Third");

        Assert.Equal(["The leaders' blog: First", "The leaders' blog: Third"], (await _hub.QueueAndSend()).Select(m => m.Subject).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_reader_sees_and_changes_what_is_followed()
    {
        var tom = await _hub.As("tom");
        Assert.Equal("Each post", (await tom.Open("/mail/subscriptions")).Row("The leaders' blog"));
        Assert.NotNull((await tom.Open("/notifications")).Document.QuerySelector("a[href='/mail/subscriptions']"));
        Assert.NotNull((await tom.Open(BloggingHub.Blog)).Document.QuerySelector($"a[href='{BloggingHub.Blog}/subscribe']"));

        await _hub.Follow("tom", "Weekly");
        Assert.Equal("A weekly round-up on Mondays at 8am", (await tom.Open("/mail/subscriptions")).Row("The leaders' blog"));
        var form = await tom.Open($"{BloggingHub.Blog}/subscribe");
        Assert.Contains("You get no more mail", (await form.Submit(("!button", "Stop these mails"))).Document.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal("No mail", (await tom.Open("/mail/subscriptions")).Row("The leaders' blog"));
    }

    [Fact]
    public async Task A_rhythm_nobody_offered_is_refused()
    {
        var refused = await (await (await _hub.As("sam")).Open($"{BloggingHub.Blog}/subscribe")).Submit(("Rhythm", "Hourly"));

        refused.MustBe(HttpStatusCode.UnprocessableEntity);
        Assert.Equal(["Choose how often you want mail"], refused.Errors);
    }

    private async Task<HttpStatusCode> PostFromElsewhere(string url)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, url) { Content = new FormUrlEncodedContent([new("List-Unsubscribe", "One-Click")]) };
        request.Headers.Add("Sec-Fetch-Site", "cross-site");
        request.Headers.Add("Origin", "https://mail.elsewhere.example");
        return (await (await _hub.As("")).Send(request)).Status;
    }
}
