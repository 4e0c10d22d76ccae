using EngagementHub.Plans.Benefits;

namespace EngagementHub.Plans.Pages.Benefits;

internal sealed class ReportModel(HubDb db, PlansDesk desk, ProgrammeReader reader) : ProgrammePage(db, desk, reader)
{
    protected override Task<bool> IsAllowedAsync() => Task.FromResult(true);

    public BoardUpdate? Latest => Programme.Updates.Count == 0 ? null : Programme.Updates.OrderBy(u => u.Year).ThenBy(u => u.Quarter).ThenBy(u => u.Revision).Last();
}
