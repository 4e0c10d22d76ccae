using EngagementHub.Plans;
using EngagementHub.Plans.Plans;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.Tests.Plans;

/// <summary>A hub with one adopted plan of Priya's in it, made on its pages.</summary>
public sealed class PlansHub : HubFixture
{
    internal const string Slug = "pay-and-reviews";

    public async Task<string> Drafted(string slug, string areas = "Pay")
    {
        var page = await (await As("office")).Open("/plans/draft");
        var saved = await page.Submit(
            ("Kind", "ImprovementPlan"), ("Title", $"Plan {slug}"), ("Address", slug), ("Purpose", "Better pay"), ("Owner", $"{People.Priya}"),
            ("FirstDay.Day", "2"), ("FirstDay.Month", "4"), ("FirstDay.Year", "2007"), ("Areas", areas));
        Assert.Equal($"/plans/{slug}", saved.Url);
        return saved.Url;
    }

    /// <summary>Adds an action and returns its address.</summary>
    public async Task<string> Added(string slug, string title, DateOnly due)
    {
        var page = await (await As("office")).Open($"/plans/{slug}/actions/add");
        var area = page.Document.QuerySelector("#Area option[value]:not([value=''])")!.GetAttribute("value")!;
        var saved = await page.Submit(
            ("Area", area), ("Title", title), ("Success", "None is older than 30 days"), ("Owner", $"{People.Grace}"),
            ("Due.Day", $"{due.Day}"), ("Due.Month", $"{due.Month}"), ("Due.Year", $"{due.Year}"));
        Assert.StartsWith("/plans/actions/", saved.Url, StringComparison.Ordinal);
        return saved.Url;
    }

    public async Task<(string Plan, string Action)> Adopted(string slug, DateOnly? due = null)
    {
        var plan = await Drafted(slug);
        var action = await Added(slug, $"Clear the queries of {slug}", due ?? new DateOnly(2007, 6, 29));
        var adopted = await (await (await As("office")).Open($"{plan}/adopt")).Submit(("At6", "Fewer"), ("At12", "Few"), ("At24", "None"));
        Assert.Equal(plan, adopted.Url);
        return (plan, action);
    }

    internal Task<Plan> Stored(string slug) => In(async (_, db) => await db.Plans.FirstAsync(p => p.Slug == slug));
}
