using EngagementHub.Core.Web;
using EngagementHub.ServiceLevels.Levels;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace EngagementHub.ServiceLevels;

/// <summary>
/// <c>{ "name": "CutOffs", "Calendars": [{ "Slug": "pay-days", "Name": "Pay days", "Zone": "Europe/London", "Turns": ["2007-04-10 12:00 = 2007-04-27"] }] }</c>: dated cut-offs and
/// the day each is for. Applied again, it adds turns and never changes one.
/// </summary>
internal sealed class CutOffsRecipeStep(HubDb db, IOptions<HubOptions> hub) : IRecipeStep
{
    public string Name => "CutOffs";

    public async Task ApplyAsync(RecipeStep step, CancellationToken cancellation)
    {
        foreach (var item in step.Body["Calendars"].Items())
        {
            var slug = item["Slug"].Text();
            var calendar = await db.CutOffCalendars.FirstOrDefaultAsync(known => known.Slug == slug, cancellation);
            if (calendar is null)
            {
                calendar = CutOffCalendar.Keep(slug, item.TextOr("Name", slug), item.TextOr("Zone", hub.Value.Zone), StableId.From($"servicelevels/cut-offs/{slug}"));
                db.CutOffCalendars.Add(calendar);
            }

            foreach (var turn in item["Turns"].Items())
            {
                Add(calendar, turn, new Act(null, step.At));
            }
        }
    }

    private static void Add(CutOffCalendar calendar, RecipeNode turn, Act act)
    {
        try
        {
            calendar.Add(CutOffCalendar.Parse(turn.Text()), act);
        }
        catch (BrokenRuleException broken)
        {
            throw turn.Refuse(broken.Message);
        }
    }
}
