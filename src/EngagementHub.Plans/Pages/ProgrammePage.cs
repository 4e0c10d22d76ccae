using EngagementHub.Plans.Benefits;
using Microsoft.AspNetCore.Mvc;

namespace EngagementHub.Plans.Pages;

/// <summary>A page about one programme: for readers, and for changes for whoever answers for it.</summary>
internal abstract class ProgrammePage(HubDb db, PlansDesk desk, ProgrammeReader reader) : FoundPage(db, desk)
{
    [BindProperty(SupportsGet = true)]
    public string? Slug { get; set; }

    public Programme Programme { get; private set; } = null!;

    public ProgrammeView View { get; private set; } = null!;

    public override string Here => $"/benefits/{Programme.Slug}";

    public DateOnly Today => Desk.Today;

    protected ProgrammeReader Reader => reader;

    public async Task<bool> RunsAsync() => User.Identity?.IsAuthenticated == true && (Programme.Owner == Desk.Me || await Desk.MayWriteAsync());

    /// <summary>Finds what the page is about besides the programme; false when there is no such thing.</summary>
    protected virtual Task<bool> FindMoreAsync() => Task.FromResult(true);

    protected override async Task<bool> FindAsync()
    {
        if (await reader.FindAsync(Slug ?? "") is not { } programme)
        {
            return false;
        }

        (Programme, View) = (programme, await reader.ReadAsync(programme));
        return await FindMoreAsync();
    }

    protected override Task<bool> IsAllowedAsync() => RunsAsync();
}
