using EngagementHub.Core.Web;
using EngagementHub.WorkingTime;
using Microsoft.Extensions.Options;

namespace EngagementHub.Web.Hosting;

/// <summary>The calendar of a hub without the module ServiceLevels, which would keep the department's own.</summary>
internal sealed class ShippedCalendar(IOptions<HubOptions> hub) : IOfficeCalendar
{
    private readonly WorkingCalendar _calendar = UsualOffice.In(hub.Value.Zone);

    public ValueTask<WorkingCalendar> GetAsync(CancellationToken cancellationToken) => ValueTask.FromResult(_calendar);
}
