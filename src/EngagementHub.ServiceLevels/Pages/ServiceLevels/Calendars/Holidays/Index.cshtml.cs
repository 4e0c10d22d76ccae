using EngagementHub.Core.Web;
using EngagementHub.ServiceLevels.Calendars;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace EngagementHub.ServiceLevels.Pages.ServiceLevels.Calendars.Holidays;

internal sealed record DivisionShown(string Name, DateOnly First, DateOnly Last, IReadOnlyList<BankHoliday> Next);

internal sealed class IndexModel(HubDb db, HolidayShelf holidays, ICurrentStaff current, IOptions<BankHolidaySettings> settings, TimeProvider clock, IOptions<HubOptions> hub) : PageModel
{
    private static readonly string[] Order = ["england-and-wales", "scotland", "northern-ireland"];

    public string Zone => hub.Value.Zone;

    public string Address => settings.Value.Address;

    public string? FetchTrouble { get; private set; }

    public IReadOnlyList<DivisionShown> Divisions { get; private set; } = [];

    public IReadOnlyList<HolidayFile> Lists { get; private set; } = [];

    public bool MayKeep { get; private set; }

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        var (list, today) = (await holidays.InForceAsync(cancellation), clock.GetUtcNow().DayIn(Zone));
        Divisions = [.. list.Holidays.Divisions.OrderBy(name => Array.IndexOf(Order, name) is >= 0 and var place ? place : Order.Length).Select(name => Shown(name, list.Holidays.Of(name), today))];
        Lists = await db.HolidayLists.AsNoTracking().OrderByDescending(known => known.Number).ToListAsync(cancellation);
        MayKeep = await current.MayAsync(ServiceLevelsModule.KeepAll);
        FetchTrouble = MayKeep && Address.Length > 0 ? await db.Jobs.Where(run => run.Name == HolidayFetch.JobName).Select(run => run.Error).SingleOrDefaultAsync(cancellation) : null;
    }

    private static DivisionShown Shown(string name, IReadOnlyCollection<BankHoliday> days, DateOnly today) =>
        new(name, days.Min(day => day.Date), days.Max(day => day.Date), [.. days.Where(day => day.Date >= today && day.Date < today.AddYears(1))]);
}
