using System.Net;
using EngagementHub.Core.Ports;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace EngagementHub.Tests.Blogging;

/// <summary>
/// Priya hosts until Friday 27 April 2007 and leaves a question with Grace and a promise of her own. Olu owns the blog; Tom hosts from 14 May.
/// Priya answers until Monday 14 May, ten working days with a bank holiday among them.
/// </summary>
public abstract class HandoverCase : IAsyncLifetime
{
    protected const string Question = "Why is the pay round late?";
    protected const string Promise = "The dates of the pay round are on the intranet";
    protected static readonly string Period = $"/blogs/leaders/hosting/{StableId.From("priyas-days")}";

    protected HubFixture Hub { get; } = new LeadersHub();

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return Hub.DisposeAsync();
    }

    protected async Task After(int day, int month = 4)
    {
        Hub.Clock.Now = Sample.Utc(2007, month, day, 8, 0);
        await Hub.RunJob("blogging.handovers");
    }

    protected async Task<string> Told(string userName) => (await (await Hub.As(userName)).Open("/notifications")).Text;

    protected Task<List<string>> Trail() => Hub.In((_, db) => db.Audit.Select(a => a.What).ToListAsync());

    protected static string Line(HubPage page, string item) => Item(page, item).Id!.Replace("item-", "", StringComparison.Ordinal);

    protected static string Link(HubPage page, string item) => Item(page, item).QuerySelector("a")!.GetAttribute("href")!.Split('#')[0];

    protected static AngleSharp.Dom.IElement Item(HubPage page, string item) => page.Document.QuerySelectorAll("main li[id^=item-]").Single(l => l.TextContent.Contains(item, StringComparison.Ordinal));

    protected static async Task<HubPage> TakeOver(HubClient who, string item)
    {
        var page = await who.Open($"{Period}/handover");
        page.MustBe(HttpStatusCode.OK);
        return await page.Submit($"#item-{Line(page, item)} form");
    }

    protected static async Task<StaffId?> Holder(IServiceProvider services, string item) =>
        (await services.GetRequiredService<IHandoverItems>().LeftOpenAsync(new("blogging.period", StableId.From("priyas-days")))).Single(i => i.Text == item).Holder;

    protected Task<bool> MayAnswer(SubjectRef scope, DateTimeOffset at) => Hub.In((s, _) => s.GetRequiredService<IResponseScopes>().MayAnswerAsync(scope, People.Tom, at));

    private sealed class LeadersHub : HubFixture
    {
        protected override string Recipe => Path.Combine(AppContext.BaseDirectory, "Blogging", "handover.recipe.json");
    }
}
