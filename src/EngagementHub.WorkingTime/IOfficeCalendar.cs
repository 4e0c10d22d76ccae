namespace EngagementHub.WorkingTime;

/// <summary>The department's own working calendar, for every module that counts working days or hours.</summary>
public interface IOfficeCalendar
{
    /// <summary>The calendar as it stands now, with every version of its hours.</summary>
    ValueTask<WorkingCalendar> GetAsync(CancellationToken cancellationToken);
}
