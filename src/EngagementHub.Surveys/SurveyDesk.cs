using EngagementHub.Core.Time;
using EngagementHub.Core.Web;
using Microsoft.Extensions.Options;

namespace EngagementHub.Surveys;

/// <summary>Who asks, and on which local day.</summary>
internal sealed class SurveyDesk(ICurrentStaff staff, TimeProvider clock, IOptions<HubOptions> hub)
{
    public StaffId Me => staff.Id;

    public StaffId? MeOrNone => staff.IdOrNone;

    public DateTimeOffset Now => clock.GetUtcNow();

    public DateOnly Today => DayOf(Now);

    public DateOnly DayOf(DateTimeOffset instant) => instant.DayIn(hub.Value.Zone);

    public Task<bool> MayRunAsync() => staff.IdOrNone is null ? Task.FromResult(false) : staff.MayAsync(SurveysModule.Run);
}
