using System.Net;
using EngagementHub.Notifications.Inbox;
using EngagementHub.Records.Retention;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.Tests.Records;

public sealed class RetentionTests(RecordsHub hub) : IClassFixture<RecordsHub>
{
    // What may lose rows when it is old. Everything else is the record, and stays whatever year it is.
    private static readonly string[] MayGo =
        ["notifications_inbox", "notifications_daily_letters", "notifications_outbox", "blogging_mailings", "blogging_mailed_posts", "blogging_subscriptions", "responses_question_notes", "servicelevels_webhook_events", "records_packs", "records_marks", "records_releases", "records_retention_runs", "core_audit", "core_jobs"];

    [Fact]
    public async Task A_hundred_years_later_the_published_record_and_signed_months_are_as_they_were()
    {
        await Tell("Long ago");
        var before = await Record();
        var today = hub.Clock.Now;
        hub.Clock.Now += TimeSpan.FromDays(36_500);

        await hub.RunJob(ApplyRetention.JobName);
        hub.Clock.Now = today;

        Assert.Equal(before, await Record());
        Assert.Contains(before, r => r.StartsWith("servicelevels_signed_months", StringComparison.Ordinal));
        Assert.Equal(0, await hub.In((_, db) => db.Set<Notification>().CountAsync(TestContext.Current.CancellationToken)));
        Assert.Contains(await hub.Rows(), r => r.Contains("records.retention.applied", StringComparison.Ordinal) && r.Contains("Notices: ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_administrator_sees_what_would_go_before_choosing_and_can_choose_within_limits()
    {
        await Tell("Seventy days ago");
        var today = hub.Clock.Now;
        hub.Clock.Now += TimeSpan.FromDays(70);
        var admin = await hub.As("administrator");
        var page = await admin.Open("/records/retention/notifications.notices");

        Assert.Contains("from 60 to 3,650 days", Assert.Single((await page.Submit(("Days", "5"))).Errors), StringComparison.Ordinal);
        var asked = await page.Submit(("Days", "60"));
        Assert.Matches("[1-9][0-9]* would go", asked.Text);
        await hub.RunJob(ApplyRetention.JobName);
        Assert.True(await Notices() > 0);

        (await asked.Submit()).MustBe(HttpStatusCode.OK);
        await hub.RunJob(ApplyRetention.JobName);

        hub.Clock.Now = today;
        Assert.Equal(0, await Notices());
        Assert.Contains("Notices", (await admin.Open("/records/retention")).Text, StringComparison.Ordinal);
        (await admin.Open("/records/retention/core.audit")).MustBe(HttpStatusCode.NotFound);
    }

    /// <summary>Whoever watches the page must not learn when an anonymous writer was at work.</summary>
    [Fact]
    public async Task No_number_on_the_page_moves_when_somebody_writes_without_a_name()
    {
        var admin = await hub.As("administrator");
        var before = (await admin.Open("/records/retention")).Text;

        await EngagementHub.Tests.Conversation.ConversationFixture.Write(await hub.As("staff-member"), RecordsHub.Post, "Once more without my name", "anonymous");

        Assert.Equal(before, (await admin.Open("/records/retention")).Text);
    }

    private Task<int> Notices() => hub.In((_, db) => db.Set<Notification>().CountAsync(n => n.Subject == "Seventy days ago", TestContext.Current.CancellationToken));

    private Task<int> Tell(string what) => hub.In((_, db) =>
    {
        db.Add(Notification.Of(RecordsHub.Tom, new(what, "Words", "/", "You asked"), hub.Clock.Now));
        return Task.FromResult(0);
    });

    private async Task<List<string>> Record() => [.. (await hub.Rows()).Where(r => !MayGo.Contains(r.Split(':')[0])).Order(StringComparer.Ordinal)];
}
