using EngagementHub.WorkingTime;

namespace EngagementHub.Web.Hosting;

/// <summary>The calendar of a hub without the module ServiceLevels: Monday to Friday, nine to five, with the bank holidays of England and Wales.</summary>
internal sealed class ShippedCalendar : IOfficeCalendar
{
    private readonly WorkingCalendar _calendar = WorkingCalendar.In("Europe/London")
        .Week(WeeklyHours.MondayToFriday("09:00", "17:00")).BankHolidays("england-and-wales").Build();

    public ValueTask<WorkingCalendar> GetAsync(CancellationToken cancellationToken) => ValueTask.FromResult(_calendar);
}
