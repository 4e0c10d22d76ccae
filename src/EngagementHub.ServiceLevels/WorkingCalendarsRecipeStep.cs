using EngagementHub.ServiceLevels.Calendars;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.ServiceLevels;

/// <summary>
/// <c>{ "name": "WorkingCalendars", "Calendars": [{ "Slug": "department", "Name": "Department office hours", "Default": true,
/// "Zone": "Europe/London", "Division": "england-and-wales",
/// "Hours": [{ "From": "2005-01-01", "Monday": "09:00-17:00", "Tuesday": "09:00-12:30, 13:30-17:00", … }],
/// "Days": [{ "Date": "2007-05-29", "Kind": "privilege day", "Name": "The Queen's birthday" },
/// { "Date": "2007-04-05", "Kind": "half day", "Name": "Maundy Thursday", "Hours": "09:00-13:00" }] }] }</c>.
/// A day of the week left out is closed; a later entry of Hours starts another week; "22:00-06:00" is overnight and "00:00-24:00" round the clock.
/// <c>"PrivilegeDaysAreWorked": true</c> makes privilege days working days. Applied to a calendar that is there, it adds to it, as one new version.
/// </summary>
internal sealed class WorkingCalendarsRecipeStep(HubDb db, CalendarShelf shelf, HolidayShelf holidays) : IRecipeStep
{
    public string Name => "WorkingCalendars";

    public async Task ApplyAsync(RecipeStep step, CancellationToken cancellation)
    {
        var act = new Act(null, step.At);
        var list = await holidays.InForceAsync(cancellation);
        foreach (var item in step.Body["Calendars"].Items())
        {
            var calendar = await KeepAsync(item, list, act, cancellation);
            if (item.FlagOr("Default", false))
            {
                await MakeDefaultAsync(calendar, act, cancellation);
            }
        }
    }

    private async Task<StoredCalendar> KeepAsync(RecipeNode item, HolidaysInForce list, Act act, CancellationToken cancellation)
    {
        var slug = item["Slug"].Text();
        if (await db.Calendars.FirstOrDefaultAsync(known => known.Slug == slug, cancellation) is not { } calendar)
        {
            var first = new CalendarText(item.TextOr("Zone", "Europe/London"), item.TextOr("Division", ""));
            calendar = Try(item, () => StoredCalendar.Keep(slug, item["Name"].Text(), TextOf(first, item).Keeping(list), "Set up by a recipe", act, StableId.From($"servicelevels/calendar/{slug}")));
            db.Calendars.Add(calendar);
            return calendar;
        }

        var before = await shelf.TextAsync(db, calendar, cancellation);
        Try(item, () => calendar.Change(TextOf(calendar.Text, item) with { HolidayList = before.HolidayList, Holidays = before.Holidays }, before, "Changed by a recipe", act));
        return calendar;
    }

    private static CalendarText TextOf(CalendarText text, RecipeNode item)
    {
        text = text with { PrivilegeDaysAreWorked = item.FlagOr("PrivilegeDaysAreWorked", text.PrivilegeDaysAreWorked) };
        text = item["Hours"].Items().Aggregate(text, (known, hours) => known.OpenFrom(hours["From"].Day(), Checked(hours, WeekOf(hours))));
        return item.ItemsOf("Days").Aggregate(text, (known, day) => known.With(Checked(day, DayOf(day))));
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

        return new OwnDay(day["Date"].Day(), kind, day.TextOr("Name", ""), kind == OwnDay.HalfDay ? day["Hours"].Text() : day.TextOr("Hours", ""));
    }

    private static WeekText Checked(RecipeNode node, WeekText week)
    {
        Try(node, week.Week);
        return week;
    }

    private static OwnDay Checked(RecipeNode node, OwnDay day)
    {
        Try(node, day.Check);
        return day;
    }

    private static T Try<T>(RecipeNode node, Func<T> apply)
    {
        try
        {
            return apply();
        }
        catch (BrokenRuleException broken)
        {
            throw node.Refuse(broken.Message);
        }
    }
}
