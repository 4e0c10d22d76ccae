using EngagementHub.Core.Web;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace EngagementHub.ServiceLevels.Calendars;

/// <summary>The department's default calendar; until one is kept, the usual one.</summary>
internal sealed class OfficeCalendar(HubDb db, CalendarShelf shelf, IOptions<HubOptions> hub) : IOfficeCalendar
{
    public async ValueTask<WorkingCalendar> GetAsync(CancellationToken cancellationToken)
    {
        var kept = await db.Calendars.Where(calendar => calendar.IsDefault).Select(calendar => (Guid?)calendar.Id).FirstOrDefaultAsync(cancellationToken);
        return kept is { } id ? (await shelf.GetAsync(db, id, cancellationToken)).Calendar : UsualOffice.In(hub.Value.Zone);
    }

    public static StoredCalendar Usual(string zone, HolidaysInForce holidays, Act act) => StoredCalendar.Keep(
        "department", "Department office hours",
        new CalendarText(zone, UsualOffice.Division).OpenFrom(new DateOnly(2005, 1, 1), WeekText.MondayToFriday($"{UsualOffice.Opens}-{UsualOffice.Closes}")).Keeping(holidays),
        "The usual office hours", act, StableId.From("servicelevels/calendar/department"));
}
