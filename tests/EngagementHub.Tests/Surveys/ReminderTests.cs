using System.Net;
using System.Text.RegularExpressions;
using EngagementHub.Notifications.Mail;
using EngagementHub.Surveys;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.Tests.Surveys;

/// <summary>Reminders go only to those who want mail at once, can be stopped by one click, and never say who has not answered.</summary>
public sealed partial class ReminderTests(SurveysFixture hub) : IClassFixture<SurveysFixture>
{
    [Fact]
    public async Task Whoever_is_told_on_the_site_only_gets_no_reminder_and_one_click_stops_it()
    {
        await Choose("w31", "OnSite");
        await Choose("w32", "Daily");
        var first = await Reminded("Heard on the site");
        Assert.DoesNotContain(first, m => m.To is "w31@department.example" or "w32@department.example");

        var letter = first.Single(m => m.To == "w33@department.example");
        Assert.Equal("List-Unsubscribe=One-Click", letter.Headers["List-Unsubscribe-Post"]);
        (await (await hub.As("")).Post(letter.Stop, ("List-Unsubscribe", "One-Click"))).MustBe(HttpStatusCode.OK);
        var second = await Reminded("Stopped by one click");

        Assert.DoesNotContain(second, m => m.To == "w33@department.example");
        Assert.Contains(second, m => m.To == "w34@department.example");
    }

    [Fact]
    public async Task A_stopped_address_leaves_its_reminder_like_all_others()
    {
        await hub.In(async (_, db) =>
        {
            await Stopped.AddAsync(db, "w40@department.example", "No such mailbox", hub.Clock.Now);
            return 0;
        });
        var sent = await Reminded("A stopped address");

        Assert.DoesNotContain(sent, m => m.To == "w40@department.example");
        var id = await Id("A stopped address");
        var left = (await hub.Rows("notifications_outbox")).Where(r => r.Contains("surveys.reminder/", StringComparison.Ordinal) && r.Contains(id, StringComparison.OrdinalIgnoreCase)).ToList();
        Assert.Equal(40, left.Count);
        Assert.Single(left.Select(r => Own().Replace(r, "…")).Distinct());
    }

    private async Task<List<SentMail>> Reminded(string title)
    {
        await hub.Opened(title, days: 2);
        var now = hub.Clock.Now;
        hub.Clock.Now = new DateTimeOffset(2007, 4, 24, 10, 0, 0, TimeSpan.Zero);
        await hub.RunJob("surveys.reminders");
        await hub.SendMail();
        hub.Clock.Now = now;
        return [.. SentMail.In(hub.Folder).Where(m => m.Subject.EndsWith($": {title}", StringComparison.Ordinal) && m.Subject.StartsWith("Until", StringComparison.Ordinal))];
    }

    private async Task Choose(string worker, string delivery)
    {
        var page = await (await hub.As(worker)).Open("/notifications/preferences");
        var at = page.Document.QuerySelectorAll("input[name$='.Kind']").Index().Single(i => i.Item.GetAttribute("value") == "surveys.asked").Index;
        (await page.Submit(($"Chosen[{at}].Delivery", delivery), ("Hour", "8"))).MustBe(HttpStatusCode.OK);
    }

    private Task<string> Id(string title) => hub.In(async (_, db) => $"{await db.Surveys.Where(s => s.Title == title).Select(s => s.Id).SingleAsync()}");

    [GeneratedRegex(@"\bId=[^|]+|surveys\.reminder/[^|]+")]
    private static partial Regex Own();
}
