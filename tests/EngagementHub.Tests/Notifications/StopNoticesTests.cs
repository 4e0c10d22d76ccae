using System.Net;
using EngagementHub.Core.Ports;
using EngagementHub.Identity.Staff;
using EngagementHub.Notifications.Mail;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace EngagementHub.Tests.Notifications;

/// <summary>The link in each notice's mail that stops mail of its kind.</summary>
public sealed class StopNoticesTests : IAsyncLifetime
{
    private const string News = "responses.promises";
    private readonly HubFixture _hub = new();
    private string _stop = "";

    public async ValueTask InitializeAsync()
    {
        await Tell("First");
        _stop = Assert.Single(await Sent()).Stop;
    }

    public ValueTask DisposeAsync() => _hub.DisposeAsync();

    [Fact]
    public async Task A_mail_server_stops_mail_of_this_kind_by_one_post_and_may_repeat_it()
    {
        Assert.Equal(HttpStatusCode.OK, await PostFromElsewhere(_stop));
        Assert.Equal(HttpStatusCode.OK, await PostFromElsewhere(_stop));

        await Tell("Second");
        await Tell("A question for you", NoticeKind.Work);
        Assert.Equal(["First", "A question for you"], (await Sent()).Select(m => m.Subject).OrderByDescending(s => s, StringComparer.Ordinal));
        Assert.Contains("Second", (await (await _hub.As("tom")).Open("/notifications")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Looking_at_the_link_stops_nothing_and_its_button_does_for_whoever_holds_it()
    {
        var page = await (await _hub.As("")).Open(_stop);
        Assert.EndsWith("Stop these mails?", page.Heading, StringComparison.Ordinal);
        await Tell("Second");
        Assert.Equal(2, (await Sent()).Count);

        var stopped = await page.Submit();

        Assert.Contains("These mails have stopped", stopped.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Tom", stopped.Text, StringComparison.Ordinal);
        Assert.Contains("These mails have stopped", (await (await _hub.As("")).Open(_stop)).Text, StringComparison.Ordinal);
        await Tell("Third");
        Assert.Equal(2, (await Sent()).Count);
    }

    [Fact]
    public async Task A_link_that_was_cut_off_made_up_or_sealed_elsewhere_stops_nothing()
    {
        await using var elsewhere = new HubFixture();
        var foreign = elsewhere.Services.GetRequiredService<StopNotices>().HeadersFor(People.Tom, News)[0].Value.Trim('<', '>');
        foreach (var link in (string[])[_stop[..^3], "/mail/notices/x", "/mail/notices/" + new string('A', 300), foreign[foreign.IndexOf("/mail", StringComparison.Ordinal)..]])
        {
            Assert.Equal(HttpStatusCode.NotFound, await PostFromElsewhere(link));
            Assert.Contains("This link does not work", (await (await _hub.As("")).Open(link)).Text, StringComparison.Ordinal);
        }

        await Tell("Second");
        Assert.Equal(2, (await Sent()).Count);
    }

    [Fact]
    public async Task The_link_of_who_has_left_does_nothing()
    {
        await _hub.In(async (_, db) =>
        {
            (await db.Set<StaffMember>().SingleAsync(s => s.UserName == "tom", TestContext.Current.CancellationToken)).Leave(People.Ada, _hub.Clock.Now);
            return 0;
        });

        Assert.Equal(HttpStatusCode.NotFound, await PostFromElsewhere(_stop));
    }

    // As a mail server does: another site, no session, no cookie.
    private async Task<HttpStatusCode> PostFromElsewhere(string url)
    {
        using var http = _hub.CreateClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, url) { Content = new FormUrlEncodedContent([new("List-Unsubscribe", "One-Click")]) };
        request.Headers.Add("Origin", "https://mail.example");
        request.Headers.Add("Sec-Fetch-Site", "cross-site");
        using var answer = await http.SendAsync(request, TestContext.Current.CancellationToken);
        return answer.StatusCode;
    }

    private Task<int> Tell(string subject, string kind = News) => _hub.In(async (services, _) =>
    {
        await services.GetRequiredService<INotify>().TellAsync(People.Tom, new Notice(subject, $"{subject}.", "/promises", "You asked") { Kind = kind });
        return 0;
    });

    private async Task<IReadOnlyList<SentMail>> Sent()
    {
        while (await _hub.Services.GetRequiredService<MailWorker>().SendDueAsync(TestContext.Current.CancellationToken) > 0)
        {
        }

        return SentMail.In(_hub.Folder);
    }
}
