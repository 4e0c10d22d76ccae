using EngagementHub.ServiceLevels.Calendars;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.ServiceLevels;

/// <summary>
/// <c>{ "name": "WorkingCalendars", "Calendars": [{ "Slug": "department", "Name": "Department office hours", "Default": true,
/// "Zone": "Europe/London", "Division": "england-and-wales",
/// "Hours": [{ "From": "2005-01-01", "Monday": "09:00-17:00", "Tuesday": "09:00-12:30, 13:30-17:00", … }],
/// "Days": [{ "Date": "2007-05-29", "Kind": "privilege day", "Name": "The Queen's birthday" },
/// { "Date": "2007-04-05", "Kind": "half day", "Name": "Maundy Thursday", "Hours": "09:00-13:00" }] }] }</c>.
/// A day of the week left out is closed; a later entry of Hours starts a new version of the week; "22:00-06:00" is overnight and "00:00-24:00" round the clock.
/// </summary>
internal sealed class WorkingCalendarsRecipeStep(HubDb db) : IRecipeStep
{
    public string Name => "WorkingCalendars";

    public async Task ApplyAsync(RecipeStep step, CancellationToken cancellation)
    {
        var act = new Act(null, step.At);
        foreach (var item in step.Body["Calendars"].Items())
        {
            var slug = item["Slug"].Text();
            var calendar = await db.Calendars.FirstOrDefaultAsync(known => known.Slug == slug, cancellation) ?? Add(slug, item);
            foreach (var hours in item["Hours"].Items())
            {
                Try(hours, () => calendar.OpenFrom(hours["From"].Day(), WeekOf(hours), act));
            }

            foreach (var day in item.ItemsOf("Days"))
            {
                Try(day, () => calendar.AddDay(DayOf(day), act));
            }

            Try(item, () => calendar.ToWorkingCalendar());
            if (item.FlagOr("Default", false))
            {
                await MakeDefaultAsync(calendar, act, cancellation);
            }
        }
    }

    private StoredCalendar Add(string slug, RecipeNode item)
    {
        var calendar = StoredCalendar.Keep(slug, item["Name"].Text(), item.TextOr("Zone", "Europe/London"), item.TextOr("Division", ""), StableId.From($"servicelevels/calendar/{slug}"));
        db.Calendars.Add(calendar);
        return calendar;
    }

    private async Task MakeDefaultAsync(StoredCalendar calendar, Act act, CancellationToken cancellation)
    {
        await db.Calendars.Where(other => other.IsDefault && other.Id != calendar.Id).ForEachAsync(other => other.StepBack(), cancellation);
        calendar.BecomeDefault(act);
    }

    private static WeekText WeekOf(RecipeNode hours) => new(
        hours.TextOr("Monday", ""), hours.TextOr("Tuesday", ""), hours.TextOr("Wednesday", ""), hours.TextOr("Thursday", ""),
        hours.TextOr("Friday", ""), hours.TextOr("Saturday", ""), hours.TextOr("Sunday", ""));

    private static OwnDay DayOf(RecipeNode day)
    {
        var kind = day["Kind"].Text().ToLowerInvariant();
        if (!OwnDay.Kinds.Contains(kind))
        {
            throw day["Kind"].Refuse($"'{kind}' is not a kind of day; choose {string.Join(", ", OwnDay.Kinds)}");
        }

        return new OwnDay(day["Date"].Day(), kind, day.TextOr("Name", ""), kind == "half day" ? day["Hours"].Text() : day.TextOr("Hours", ""));
    }

    private static void Try(RecipeNode node, Action apply)
    {
        try
        {
            apply();
        }
        catch (BrokenRuleException broken)
        {
            throw node.Refuse(broken.Message);
        }
    }
}
