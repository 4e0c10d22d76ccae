using System.Net;
using EngagementHub.Core.Ports;
using EngagementHub.Notifications.Daily;
using EngagementHub.Notifications.Mail;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace EngagementHub.Tests.Notifications;

public sealed class DailyLetterTests : IAsyncLifetime
{
    private const string News = "responses.promises";
    private readonly HubFixture _hub = new();

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => _hub.DisposeAsync();

    [Fact]
    public async Task Each_kind_comes_as_the_person_chose_and_the_rest_at_once()
    {
        await Choose("tom", News, "Daily");

        await Tell(People.Tom, "A promise is kept");
        await Tell(People.Tom, "A question for you", NoticeKind.Work);

        Assert.Equal(["A question for you"], (await Sent()).Select(m => m.Subject));
        Assert.Contains("A promise is kept", (await (await _hub.As("tom")).Open("/notifications")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_letter_comes_at_the_chosen_hour_with_all_that_came_before_it_and_each_reason()
    {
        await Choose("tom", News, "Daily", hour: "16");
        await Tell(People.Tom, "First promise");
        await Tell(People.Tom, "Second promise");

        await Gather();
        Assert.Empty(await Sent());
        GoTo(16, 5);
        await Tell(People.Tom, "After the hour");
        await Gather();

        var letter = Assert.Single(await Sent());
        Assert.Equal("EngagementHub: 2 notices of 24 April 2007", letter.Subject);
        Assert.Contains("First promise", letter.Text, StringComparison.Ordinal);
        Assert.Contains("Second promise", letter.Text, StringComparison.Ordinal);
        Assert.Contains("You receive this because: You asked", letter.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("After the hour", letter.Text, StringComparison.Ordinal);

        _hub.Clock.Now += TimeSpan.FromDays(1);
        await Gather();
        Assert.Contains(await Sent(), m => m.Text.Contains("After the hour", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Two_nodes_write_one_letter()
    {
        await Choose("tom", News, "Daily");
        await Tell(People.Tom, "Only once");
        GoTo(8, 0, days: 1);

        await Task.WhenAll(Gather(), Gather());
        await Gather();

        Assert.Single(await Sent());
        Assert.Equal(1, await _hub.In((_, db) => db.Set<DailyLetter>().CountAsync()));
    }

    [Fact]
    public async Task What_was_read_or_struck_before_it_leaves_does_not_leave_and_who_has_left_gets_nothing()
    {
        await Choose("tom", News, "Daily");
        await Choose("sam", News, "Daily");
        await Choose("mina", News, "Daily");
        var thing = new SubjectRef("tests.thing", Guid.NewGuid());
        await Tell(People.Tom, "The secret word", link: $"/things/{thing.Id}");
        await Tell(People.Sam, "Read on the site");
        await Tell(People.Mina, "Somebody who goes");
        GoTo(8, 0, days: 1);
        await Gather();

        await (await (await _hub.As("sam")).Open("/notifications")).Submit();
        await _hub.In(async (services, db) =>
        {
            (await db.Set<EngagementHub.Identity.Staff.StaffMember>().SingleAsync(s => s.UserName == "mina")).Leave(People.Ada, _hub.Clock.Now);
            foreach (var handler in services.GetServices<IHandle<WordsStruck>>())
            {
                await handler.HandleAsync(new WordsStruck(thing, ["secret"], "[redacted]"), CancellationToken.None);
            }

            return 0;
        });

        var letter = Assert.Single(await Sent());
        Assert.Contains("tom@department.example", letter.To, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", letter.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_on_the_site_holds_back_what_waited_for_a_letter_too()
    {
        await Choose("tom", News, "Daily");
        await Tell(People.Tom, "Never mailed");
        await Choose("tom", News, "OnSite");
        GoTo(8, 0, days: 1);
        await Gather();

        Assert.Empty(await Sent());
    }

    [Fact]
    public async Task An_hour_or_kind_that_is_not_there_is_refused_and_what_was_chosen_is_kept()
    {
        var page = await (await _hub.As("tom")).Open("/notifications/preferences");
        Assert.Contains("What you have to do", page.Text, StringComparison.Ordinal);

        var hour = await page.Submit(("Chosen[0].Delivery", "Daily"), ("Hour", "25"));
        var way = await page.Submit(("Chosen[0].Delivery", "Carrier pigeon"));

        hour.MustBe(HttpStatusCode.UnprocessableEntity);
        Assert.Equal("Choose an hour of the day", Assert.Single(hour.Errors));
        Assert.True(hour.Document.QuerySelector("[name='Chosen[0].Delivery'][value=Daily]")!.HasAttribute("checked"));
        way.MustBe(HttpStatusCode.UnprocessableEntity);
        Assert.Contains("sign-in", (await (await _hub.As("")).Open("/notifications/preferences")).Url, StringComparison.Ordinal);
    }

    private async Task Choose(string userName, string kind, string delivery, string hour = "8")
    {
        var page = await (await _hub.As(userName)).Open("/notifications/preferences");
        var at = page.Document.QuerySelectorAll("input[name$='.Kind']").Index().Single(i => i.Item.GetAttribute("value") == kind).Index;
        (await page.Submit(($"Chosen[{at}].Delivery", delivery), ("Hour", hour))).MustBe(HttpStatusCode.OK);
    }

    private Task<int> Tell(StaffId to, string subject, string kind = News, string link = "/promises") => _hub.In(async (services, _) =>
    {
        await services.GetRequiredService<INotify>().TellAsync(to, new Notice(subject, $"{subject}.", link, "You asked") { Kind = kind });
        return 0;
    });

    private Task Gather() => _hub.RunJob(DailyLetters.JobName);

    private void GoTo(int hour, int minute, int days = 0) => _hub.Clock.Now = new DateTimeOffset(2007, 4, 24 + days, hour - 1, minute, 0, TimeSpan.Zero);

    private async Task<IReadOnlyList<SentMail>> Sent()
    {
        while (await _hub.Services.GetRequiredService<MailWorker>().SendDueAsync(TestContext.Current.CancellationToken) > 0)
        {
        }

        return SentMail.In(_hub.Folder);
    }
}
