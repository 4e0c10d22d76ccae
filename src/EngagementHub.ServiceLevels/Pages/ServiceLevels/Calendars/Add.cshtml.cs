using EngagementHub.Core.Ui;
using EngagementHub.Core.Web;
using EngagementHub.ServiceLevels.Calendars;
using EngagementHub.ServiceLevels.Catalogue;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace EngagementHub.ServiceLevels.Pages.ServiceLevels.Calendars;

internal sealed class AddModel(HubDb db, HolidayShelf holidays, ICurrentStaff current, TimeProvider clock, IOptions<HubOptions> hub) : PageModel, ICalendarForm
{
    // Addresses of other pages under /service-levels/calendars.
    private static readonly string[] Taken = ["add", "check", "bank-holidays"];

    [BindProperty]
    public CalendarForm Form { get; set; } = new();

    public void OnGet()
    {
        const string Usual = $"{UsualOffice.Opens}-{UsualOffice.Closes}";
        Form = new CalendarForm
        {
            Zone = hub.Value.Zone,
            Division = UsualOffice.Division,
            From = new DateOnly(clock.GetUtcNow().DayIn(hub.Value.Zone).Year, 1, 1),
            Monday = Usual,
            Tuesday = Usual,
            Wednesday = Usual,
            Thursday = Usual,
            Friday = Usual,
        };
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (!ModelState.IsValid)
        {
            return Page();
        }

        var slug = SlugText.From(Form.Name!);
        if (Taken.Contains(slug) || slug.Length == 0 || await db.Calendars.AnyAsync(calendar => calendar.Slug == slug, cancellation))
        {
            throw new BrokenRuleException("There is a calendar of that name: choose another name", "Form.Name");
        }

        var text = FormFields.Of(() => Form.Text(new CalendarText("", "")));
        var act = new Act(current.Id, clock.GetUtcNow());
        var added = await FormFields.Of(async () => StoredCalendar.Keep(slug, Form.Name!, text.Keeping(await HolidaysFor(text, cancellation)), Form.Why is { Length: > 0 } why ? why : "Added", act));
        if (!await db.Calendars.AnyAsync(calendar => calendar.IsDefault, cancellation))
        {
            added.BecomeDefault(act);
        }

        db.Calendars.Add(added);
        await db.SaveChangesAsync(cancellation);
        this.Notify($"The calendar \"{added.Name}\" is kept. Service levels can go by it.");
        return Redirect($"/service-levels/calendars/{slug}");
    }

    // A division that nobody knows is refused by the calendar itself, with the names there are.
    private async Task<HolidaysInForce> HolidaysFor(CalendarText text, CancellationToken cancellation)
    {
        var list = await holidays.InForceAsync(cancellation);
        return text.Division.Length == 0 || list.Holidays.Divisions.Contains(text.Division) ? list : throw new BrokenRuleException("Choose whose bank holidays it keeps from the list", nameof(CalendarForm.Division));
    }
}
