using EngagementHub.Core.Web;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace EngagementHub.ServiceLevels.Calendars;

/// <summary>The department's default calendar; until one is kept, Monday to Friday, 9 to 5, with the bank holidays of England and Wales.</summary>
internal sealed class OfficeCalendar(HubDb db, CalendarShelf shelf, IOptions<HubOptions> hub) : IOfficeCalendar
{
    public async ValueTask<WorkingCalendar> GetAsync(CancellationToken cancellationToken)
    {
        var kept = await db.Calendars.Where(calendar => calendar.IsDefault).Select(calendar => (Guid?)calendar.Id).FirstOrDefaultAsync(cancellationToken);
        return kept is { } id ? (await shelf.GetAsync(db, id, cancellationToken)).Calendar : shelf.Get(Usual(hub.Value.Zone, default));
    }

    public static StoredCalendar Usual(string zone, Act act)
    {
        var calendar = StoredCalendar.Keep("department", "Department office hours", zone, "england-and-wales", StableId.From("servicelevels/calendar/department"));
        calendar.OpenFrom(new DateOnly(2005, 1, 1), WeekText.MondayToFriday("09:00-17:00"), act);
        return calendar;
    }
}
