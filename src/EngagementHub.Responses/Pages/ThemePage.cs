using EngagementHub.Responses.Themes;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.Responses.Pages;

/// <summary>A sorter's page about one theme.</summary>
internal abstract class ThemePage(HubDb db, ScopeDesk desk) : SortersPage(desk)
{
    protected HubDb Db => db;

    public Theme Theme { get; private set; } = null!;

    protected override async Task<SubjectRef?> SubjectAsync() =>
        (Theme = (await db.Themes.FirstOrDefaultAsync(t => t.Id == Id && t.MergedInto == null))!)?.Scope;
}
