using System.Security.Cryptography;
using System.Text;
using EngagementHub.Core.Ui;
using EngagementHub.Core.Web;
using EngagementHub.ServiceLevels.Calendars;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;

namespace EngagementHub.ServiceLevels.Pages.ServiceLevels.Calendars;

/// <summary>Type the change, see what it does to open tickets, make it. What is made is what was seen.</summary>
internal sealed class ChangeModel(HubDb db, CalendarShelf shelf, HolidayShelf holidays, ChangeEffect effect, ICurrentStaff current, TimeProvider clock, IOptions<HubOptions> hub) : CalendarPageModel(db), ICalendarForm
{
    private readonly HubDb _db = db;

    [BindProperty]
    public CalendarForm Form { get; set; } = new();

    /// <summary>A mark of what the effect was shown for.</summary>
    [BindProperty]
    public string? Seen { get; set; }

    public IReadOnlyList<string> Differences { get; private set; } = [];

    public EffectShown Effect { get; private set; } = EffectShown.None;

    public void OnGet() => Form = CalendarForm.Of(Calendar);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (ModelState.IsValid)
        {
            await ShowAsync(await TypedAsync(cancellation), cancellation);
        }

        return Page();
    }

    public async Task<IActionResult> OnPostMakeAsync(CancellationToken cancellation)
    {
        if (!ModelState.IsValid)
        {
            return Page();
        }

        var (before, after) = await TypedAsync(cancellation);
        if (Seen != MarkOf(after))
        {
            await ShowAsync((before, after), cancellation);
            throw new BrokenRuleException("This differs from what you were shown. Look at what it would do now, then make the change");
        }

        if (string.IsNullOrWhiteSpace(Form.Why))
        {
            await ShowAsync((before, after), cancellation);
            throw new BrokenRuleException("Say why the calendar changes", "Form.Why");
        }

        Calendar.Call(Form.Name!);
        Calendar.Change(after, before, Form.Why, new Act(current.Id, clock.GetUtcNow()));
        await _db.SaveChangesAsync(cancellation);
        this.Notify($"Version {Calendar.Changes} holds now. Open tickets get their new due times within a minute; signed months stay as they are.", "See what differs", $"/service-levels/calendars/{Calendar.Slug}/versions/{Calendar.Changes}");
        return Redirect($"/service-levels/calendars/{Calendar.Slug}");
    }

    private async Task<(CalendarText Before, CalendarText After)> TypedAsync(CancellationToken cancellation)
    {
        var before = await shelf.TextAsync(_db, Calendar, cancellation);
        var text = FormFields.Of(() => Form.Text(Calendar.Text));
        return FormFields.Of(() =>
        {
            Calendar.Check(text);
            return 0;
        }) == 0 ? (before, text.Keeping(await holidays.InForceAsync(cancellation))) : default;
    }

    private async Task ShowAsync((CalendarText Before, CalendarText After) change, CancellationToken cancellation)
    {
        Differences = CalendarDifference.Between(change.Before, change.After);
        if (Differences.Count == 0)
        {
            throw new BrokenRuleException("The calendar says all this already: change something first");
        }

        ModelState.Remove(nameof(Seen));
        var now = clock.GetUtcNow();
        (Seen, Effect) = (MarkOf(change.After), new EffectShown(await effect.OfAsync(Calendar.Id, change.After, now, cancellation), now, hub.Value.Zone));
    }

    private string MarkOf(CalendarText text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{Calendar.Changes}\n{text.ToJson()}")));
}
