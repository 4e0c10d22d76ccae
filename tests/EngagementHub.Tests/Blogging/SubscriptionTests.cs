using EngagementHub.Blogging.Subscriptions;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.Tests.Blogging;

public sealed class SubscriptionTests : IAsyncLifetime
{
    private readonly BloggingHub _hub = new();

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => _hub.DisposeAsync();

    [Fact]
    public async Task Each_post_is_mailed_once_to_those_who_follow_and_none_from_before()
    {
        await _hub.PublishAt(Sample.Utc(2007, 4, 24, 8, 0), "Before");
        _hub.Clock.Now = Sample.Utc(2007, 4, 24, 9, 0);
        await _hub.Follow("tom", "Each");
        var post = await _hub.PublishAt(Sample.Utc(2007, 4, 24, 10, 0), "Ask me about HR", "Welcome to ten days of questions.\n\n[[service-level:desktop]]\n\n| Week | Calls |\n|---|---:|\n| 16 | 412 |");

        await _hub.QueueAndSend();
        await _hub.QueueAndSend();

        var mail = Assert.Single(await _hub.QueueAndSend());
        Assert.Equal(("tom@department.example", "The leaders' blog: Ask me about HR"), (mail.To, mail.Subject));
        Assert.Equal("<leaders.blogs.127.0.0.1>", mail.Headers["List-Id"]);
        Assert.Equal("List-Unsubscribe=One-Click", mail.Headers["List-Unsubscribe-Post"]);
        Assert.Contains($"http://127.0.0.1:5080{post.Url}", mail.Text, StringComparison.Ordinal);
        Assert.Contains("Welcome to ten days of questions.", mail.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("[[", mail.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("412", mail.Text, StringComparison.Ordinal);
        Assert.Contains(">Ask me about HR</a></h2>", mail.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_scheduled_post_is_mailed_when_its_instant_has_come()
    {
        await _hub.Follow("tom", "Each");
        var form = await BloggingHub.Write(await _hub.As("office"), "On Friday", "Soon.");
        await form.Submit("main form[method=post]", ("!button", "Publish"), ("When", "later"), ("Day.Day", "27"), ("Day.Month", "4"), ("Day.Year", "2007"), ("Time", "9:30"));

        _hub.Clock.Now = Sample.Utc(2007, 4, 27, 8, 29);
        Assert.Empty(await _hub.QueueAndSend());
        _hub.Clock.Now = Sample.Utc(2007, 4, 27, 8, 30);

        Assert.Single(await _hub.QueueAndSend());
    }

    [Fact]
    public async Task Mail_about_a_post_that_is_withdrawn_is_taken_back_with_it()
    {
        await _hub.Follow("tom", "Each");
        await _hub.PublishAt(Sample.Utc(2007, 4, 24, 10, 0), "A mistake");
        await _hub.Queue();

        await _hub.Withdraw("A mistake");

        var outbox = await (await _hub.As("admin")).Open("/notifications/outbox");
        Assert.Equal("0 mails", outbox.Row("Waiting"));
        Assert.StartsWith("1 mail,", outbox.Row("Taken back in the last 24 hours"), StringComparison.Ordinal);
        Assert.Empty(await _hub.QueueAndSend());
    }

    [Fact]
    public async Task A_round_up_leaves_at_eight_with_what_is_new_and_without_what_was_withdrawn_meanwhile()
    {
        await _hub.Follow("tom", "Daily");
        await _hub.PublishAt(Sample.Utc(2007, 4, 24, 10, 0), "First");
        await _hub.PublishAt(Sample.Utc(2007, 4, 24, 11, 0), "A mistake");
        await _hub.PublishAt(Sample.Utc(2007, 4, 24, 12, 0), "Third");
        Assert.Empty(await _hub.QueueAndSend());
        _hub.Clock.Now = Sample.Utc(2007, 4, 25, 7, 0);
        await _hub.Queue();
        await _hub.Withdraw("A mistake");

        var mail = Assert.Single(await _hub.QueueAndSend());

        Assert.Equal("The leaders' blog: 2 new posts", mail.Subject);
        Assert.True(mail.Text.IndexOf("First", StringComparison.Ordinal) < mail.Text.IndexOf("Third", StringComparison.Ordinal));
        Assert.DoesNotContain("A mistake", mail.Text + mail.Html, StringComparison.Ordinal);
        _hub.Clock.Now = Sample.Utc(2007, 4, 26, 7, 0);
        Assert.Single(await _hub.QueueAndSend());
    }

    [Fact]
    public async Task A_round_up_says_what_was_corrected_since_the_last_mail()
    {
        await _hub.Follow("tom", "Daily");
        await _hub.PublishAt(Sample.Utc(2007, 4, 24, 10, 0), "First");
        _hub.Clock.Now = Sample.Utc(2007, 4, 25, 7, 0);
        await _hub.QueueAndSend();
        _hub.Clock.Now = Sample.Utc(2007, 4, 25, 9, 0);
        var owner = await _hub.As("office");
        var correct = (await owner.Open($"{BloggingHub.Blog}/desk")).Document.QuerySelector("main a[href$='/correct']")!.GetAttribute("href")!;
        await (await owner.Open(correct)).Submit(("Text", "It is 93% & not 92%"));
        await _hub.PublishAt(Sample.Utc(2007, 4, 25, 10, 0), "Second");
        _hub.Clock.Now = Sample.Utc(2007, 4, 26, 7, 0);

        var mails = await _hub.QueueAndSend();

        var mail = Assert.Single(mails, m => m.Text.Contains("Second", StringComparison.Ordinal));
        Assert.Contains("Correction, Wednesday 25 April 2007: It is 93% & not 92% (Olu Office)", mail.Text, StringComparison.Ordinal);
        Assert.Contains("It is 93% &amp; not 92%", mail.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_weekly_reader_who_wants_each_post_from_now_on_gets_none_twice()
    {
        await _hub.Follow("tom", "Weekly");
        await _hub.PublishAt(Sample.Utc(2007, 4, 24, 10, 0), "First");
        _hub.Clock.Now = Sample.Utc(2007, 4, 30, 7, 0);
        await _hub.QueueAndSend();

        await _hub.Follow("tom", "Each");
        await _hub.PublishAt(Sample.Utc(2007, 4, 30, 10, 0), "Second");
        await _hub.QueueAndSend();
        await _hub.Follow("tom", "Weekly");
        _hub.Clock.Now = Sample.Utc(2007, 5, 7, 7, 0);

        Assert.Equal(["The leaders' blog: 1 new post", "The leaders' blog: Second"], (await _hub.QueueAndSend()).Select(m => m.Subject).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Whoever_has_left_gets_no_mail_even_what_waited()
    {
        await _hub.Follow("tom", "Each");
        await _hub.PublishAt(Sample.Utc(2007, 4, 24, 10, 0), "First");
        await _hub.Queue();

        await (await (await _hub.As("admin")).Open("/staff/tom")).Submit("main form:has([formaction*='Leave'])");

        Assert.Empty(await _hub.QueueAndSend());
    }

    [Fact]
    public async Task The_database_refuses_a_second_mail_about_one_post()
    {
        await _hub.Follow("tom", "Each");
        await _hub.PublishAt(Sample.Utc(2007, 4, 24, 10, 0), "First");
        await _hub.Queue();

        var again = await Record.ExceptionAsync(() => _hub.In(async (_, db) =>
        {
            var subscription = await db.Set<Subscription>().SingleAsync(TestContext.Current.CancellationToken);
            var post = await db.Set<EngagementHub.Blogging.Posts.Post>().SingleAsync(TestContext.Current.CancellationToken);
            db.Add(Mailing.Of(subscription.Id, post, UnsubscribeToken.New(), _hub.Clock.Now));
            return 0;
        }));

        Assert.True(EngagementHub.Core.Data.Duplicates.Caused(Assert.IsType<DbUpdateException>(again)));
    }

    [Fact]
    public async Task A_title_cannot_add_a_header()
    {
        await _hub.Follow("tom", "Each");
        await _hub.PublishAt(Sample.Utc(2007, 4, 24, 10, 0), "Hello\r\nBcc: everyone@elsewhere.example\u2028<b>\u000b");

        var mail = Assert.Single(await _hub.QueueAndSend());

        Assert.False(mail.Headers.ContainsKey("Bcc"));
        Assert.StartsWith("The leaders' blog: Hello", mail.Subject, StringComparison.Ordinal);
        Assert.DoesNotContain("<b>", mail.Html, StringComparison.Ordinal);
    }
}
