using EngagementHub.Plans.Benefits;

namespace EngagementHub.Plans.Pages.Benefits;

internal sealed class ReadModel(HubDb db, PlansDesk desk, ProgrammeReader reader) : ProgrammePage(db, desk, reader)
{
    public bool Runs { get; private set; }

    protected override Task<bool> IsAllowedAsync() => Task.FromResult(true);

    public async Task OnGetAsync() => Runs = await RunsAsync();
}
