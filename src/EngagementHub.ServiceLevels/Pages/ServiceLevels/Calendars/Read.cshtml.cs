using EngagementHub.Core.Web;
using EngagementHub.ServiceLevels.Calendars;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace EngagementHub.ServiceLevels.Pages.ServiceLevels.Calendars;

internal sealed class ReadModel(HubDb db, CalendarShelf shelf, ICurrentStaff current, IStaffDirectory directory, TimeProvider clock, IOptions<HubOptions> hub) : CalendarPageModel(db)
{
    private readonly HubDb _db = db;
    private IReadOnlyDictionary<StaffId, StaffCard> _people = new Dictionary<StaffId, StaffCard>();

    public string Zone => hub.Value.Zone;

    public int Number { get; private set; }

    public bool IsLatest => Number == Calendar.Changes;

    public VersionLine Version => Versions.First(version => version.Number == Number);

    public CalendarText Text { get; private set; } = null!;

    public YearSheet Sheet { get; private set; } = null!;

    public IReadOnlyList<(string Level, string Slug)> Levels { get; private set; } = [];

    public bool MayKeep { get; private set; }

    public string NameOf(StaffId? by) => by is { } person ? _people.GetValueOrDefault(person)?.Name ?? "somebody who has left" : "the hub";

    public async Task<IActionResult> OnGetAsync(int? year, int? version, CancellationToken cancellation)
    {
        Number = version ?? Calendar.Changes;
        var shown = year ?? clock.GetUtcNow().DayIn(Zone).Year;
        if (shown is < YearSheet.FirstYear or > YearSheet.LastYear || await TextOfAsync(Number) is not { } text)
        {
            return NotFound();
        }

        (Text, Sheet) = (text, YearSheet.Of(shown, await shelf.GetAsync(_db, Calendar.Id, Number, cancellation), text));
        MayKeep = await current.MayAsync(ServiceLevelsModule.KeepAll);
        _people = await directory.CardsAsync(Versions.Select(line => line.By).OfType<StaffId>().Distinct(), cancellation);
        await FindLevelsAsync(cancellation);
        return Page();
    }

    private async Task FindLevelsAsync(CancellationToken cancellation)
    {
        var services = _db.Services;
        Levels = [.. (await _db.ServiceLevels.Where(level => level.CalendarId == Calendar.Id)
            .Join(services, level => level.ServiceId, service => service.Id, (level, service) => new { Level = service.Name + ": " + level.Name, service.Slug }).OrderBy(found => found.Level).ToListAsync(cancellation)).Select(found => (found.Level, found.Slug))];
    }
}
