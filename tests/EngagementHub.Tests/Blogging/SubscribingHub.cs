using EngagementHub.Notifications.Mail;
using Microsoft.Extensions.DependencyInjection;

namespace EngagementHub.Tests.Blogging;

/// <summary>What the tests of mail share: following a blog, time that passes, and the mail that left.</summary>
internal static class SubscribingHub
{
    public static async Task<HubPage> Follow(this BloggingHub hub, string userName, string rhythm) =>
        await (await (await hub.As(userName)).Open($"{BloggingHub.Blog}/subscribe")).Submit(("Rhythm", rhythm));

    public static async Task<HubPage> PublishAt(this BloggingHub hub, DateTimeOffset at, string title, string text = "Welcome.")
    {
        hub.Clock.Now = at;
        return await BloggingHub.Publish(await hub.As("office"), title, text);
    }

    public static async Task Withdraw(this BloggingHub hub, string title)
    {
        var owner = await hub.As("office");
        var row = (await owner.Open($"{BloggingHub.Blog}/desk")).Document.QuerySelectorAll("main tr, main li").First(r => r.TextContent.Contains(title, StringComparison.Ordinal));
        var done = await (await owner.Open(row.QuerySelector("a[href$='/withdraw']")!.GetAttribute("href")!)).Submit(("Reason", "It named a colleague"));
        Assert.Contains("is withdrawn", done.Text, StringComparison.Ordinal);
    }

    public static Task Queue(this BloggingHub hub) => hub.RunJob("blogging.mail-posts");

    /// <summary>Sends what waits, and returns the mail to readers that has left so far.</summary>
    public static async Task<IReadOnlyList<SentMail>> Send(this BloggingHub hub)
    {
        while (await hub.Services.GetRequiredService<MailWorker>().SendDueAsync(TestContext.Current.CancellationToken) > 0)
        {
        }

        return [.. SentMail.In(hub.Folder).Where(m => m.Headers.ContainsKey("List-Id"))];
    }

    public static async Task<IReadOnlyList<SentMail>> QueueAndSend(this BloggingHub hub)
    {
        await hub.Queue();
        return await hub.Send();
    }
}
