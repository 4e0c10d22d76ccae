using EngagementHub.Plans.Benefits;

namespace EngagementHub.Plans.Pages.Benefits;

internal sealed class ReportModel(HubDb db, PlansDesk desk, ProgrammeReader reader) : ProgrammePage(db, desk, reader)
{
    protected override Task<bool> IsAllowedAsync() => Task.FromResult(true);

    public BoardUpdate? Latest => View.Updates.OrderBy(u => u.Year).ThenBy(u => u.Quarter).ThenBy(u => u.Revision).LastOrDefault();
}
