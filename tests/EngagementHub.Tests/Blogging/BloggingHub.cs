using System.Net;

namespace EngagementHub.Tests.Blogging;

/// <summary>The hub with one blog that Olu owns.</summary>
public sealed class BloggingHub : HubFixture
{
    public const string Blog = "/blogs/leaders";

    protected override string Recipe => Path.Combine(AppContext.BaseDirectory, "Blogging", "blog.recipe.json");

    /// <summary>The owner invites that person for those days of a month of 2007, and the person accepts.</summary>
    public async Task<string> Host(string userName, StaffId host, (int Day, int Month) first, (int Day, int Month) last)
    {
        var owner = await As("office");
        await (await owner.Open($"{Blog}/hosting/invite")).Submit(Invitation(host, first, last));
        var guest = await As(userName);
        var notices = await guest.Open("/notifications");
        var link = notices.Document.QuerySelectorAll("main a[href*='/hosting/']").Select(a => a.GetAttribute("href")!).First();
        var accepted = await (await guest.Open(link)).Submit("main form[action*='answer']");
        accepted.MustBe(HttpStatusCode.OK);
        return link;
    }

    internal static (string, string)[] Invitation(StaffId host, (int Day, int Month) first, (int Day, int Month) last, int year = 2007) =>
    [
        ("Host", host.ToString()),
        ("FirstDay.Day", $"{first.Day}"), ("FirstDay.Month", $"{first.Month}"), ("FirstDay.Year", $"{year}"),
        ("LastDay.Day", $"{last.Day}"), ("LastDay.Month", $"{last.Month}"), ("LastDay.Year", $"{year}"),
        ("Brief", "Answer what staff ask about HR."),
    ];

    internal static async Task<HubPage> Write(HubClient author, string title, string text)
    {
        var form = await author.Open($"{Blog}/write");
        form.MustBe(HttpStatusCode.OK);
        return await form.Submit("main form[method=post]", ("!button", "Save and publish"), ("Title", title), ("Standfirst", "A standfirst"), ("Sections[0].Text", text));
    }

    internal static async Task<HubPage> Publish(HubClient author, string title, string text) =>
        await (await Write(author, title, text)).Submit("main form[method=post]", ("!button", "Publish"));
}
