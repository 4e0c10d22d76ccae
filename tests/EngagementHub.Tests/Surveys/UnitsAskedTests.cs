using EngagementHub.Identity;
using EngagementHub.Surveys;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.Tests.Surveys;

public sealed class UnitsAskedTests(SurveysFixture hub) : IClassFixture<SurveysFixture>
{
    [Fact]
    public async Task Whoever_prepares_a_pulse_check_ticks_units_of_the_directory_instead_of_typing_people()
    {
        var id = await hub.Opened("Units to tick");
        var olu = await hub.As("office");
        (await (await olu.Open($"/surveys/{id}/take-back")).Submit(("Because", "Other people are asked"))).MustBe(System.Net.HttpStatusCode.OK);
        var form = await olu.Open($"/surveys/{id}/audience");
        var units = form.Document.QuerySelectorAll("input[name=Chosen]").Select(u => u.GetAttribute("value")!).ToList();
        var known = await hub.In((_, db) => db.Staff.CountAsync(s => s.LeftAt == null && s.Title == units[0]));

        var empty = await form.Submit();
        var saved = await form.Submit(("Chosen", units[0]));

        Assert.Contains($"{units[0]} ({known} ", form.Text, StringComparison.Ordinal);
        Assert.Equal("Choose at least one unit", Assert.Single(empty.Errors));
        saved.MustBe(System.Net.HttpStatusCode.OK);
        Assert.Equal([(units[0], known)], await hub.In(async (_, db) => (await db.Places.Where(p => p.SurveyId == id).GroupBy(p => p.Unit).Select(g => new { g.Key, People = g.Count() }).ToListAsync()).Select(g => (g.Key, g.People)).ToList()));
    }
}
