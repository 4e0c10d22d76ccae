using EngagementHub.Core.Time;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.Responses.Pages.Responses.Themes;

internal sealed class HistoryModel(HubDb db, ScopeDesk desk, PeopleAndPlaces people) : ThemePage(db, desk)
{
    public IReadOnlyList<HistoryLine> Lines { get; private set; } = [];

    protected override async Task<bool> LoadAsync()
    {
        var taken = await Db.Themes.Where(t => t.MergedInto == Id).Select(t => t.Id).ToListAsync();
        List<SubjectRef> themes = [new(ResponsesModule.ThemeKind, Id), .. taken.Select(t => new SubjectRef(ResponsesModule.ThemeKind, t))];
        var trail = await Db.Audit.AsNoTracking().Where(a => themes.Contains(a.On) && a.What.StartsWith("responses.theme.")).OrderByDescending(a => a.Id).ToListAsync();
        await people.LearnAsync(trail.Select(a => a.By).OfType<StaffId>());
        Lines = [.. trail.Select(a => new HistoryLine(WordOf(a.What), a.Why ?? "", a.By is { } by ? people.CardOf(by)?.Name ?? "A former member of staff" : "The hub", Say.Moment(a.At, Desk.Zone)))];
        return true;
    }

    private static string WordOf(string what) => what[(what.LastIndexOf('.') + 1)..] switch
    {
        "made" => "Made",
        "renamed" => "Renamed",
        "merged" => "Merged",
        "split" => "Split",
        "reordered" => "Moved",
        var other => other,
    };
}

internal sealed record HistoryLine(string What, string Words, string By, string When);
