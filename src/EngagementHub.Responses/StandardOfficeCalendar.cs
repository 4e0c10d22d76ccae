using EngagementHub.Core.Web;
using EngagementHub.WorkingTime;
using Microsoft.Extensions.Options;

namespace EngagementHub.Responses;

// Stands in when no module keeps calendars: Monday to Friday without the bank holidays of England and Wales.
internal sealed class StandardOfficeCalendar(IOptions<HubOptions> hub) : IOfficeCalendar
{
    private readonly WorkingCalendar _calendar = WorkingCalendar.In(hub.Value.Zone)
        .Week(WeeklyHours.MondayToFriday("09:00", "17:00")).BankHolidays("england-and-wales").Build();

    public ValueTask<WorkingCalendar> GetAsync(CancellationToken cancellationToken) => ValueTask.FromResult(_calendar);
}
