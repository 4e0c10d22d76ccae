using System.Globalization;
using EngagementHub.Core.Ui;
using EngagementHub.Notifications.Preferences;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.Notifications.Pages.Notifications;

/// <summary>A person chooses how to hear of each kind of notice, and when the daily letter comes.</summary>
internal sealed class PreferencesModel(HubDb db, ICurrentStaff staff, IEnumerable<NoticeKind> kinds) : PageModel
{
    private Preference? _preference;

    [BindProperty]
    public List<ChosenKind> Chosen { get; set; } = [];

    [BindProperty]
    public int? Hour { get; set; }

    public string? Mail { get; private set; }

    public IEnumerable<Choice> Deliveries { get; } =
    [
        new(nameof(Delivery.AtOnce), "By mail, at once"),
        new(nameof(Delivery.Daily), "By mail, in one letter a day"),
        new(nameof(Delivery.OnSite), "Only here, on the site"),
    ];

    public IEnumerable<SelectListItem> Hours { get; } = Enumerable.Range(0, 24).Select(h => new SelectListItem(InWords(h), h.ToString(CultureInfo.InvariantCulture)));

    public NoticeKind KindOf(string? name) => kinds.First(k => k.Name == name);

    public void OnGet()
    {
        Hour = _preference?.Hour ?? Preference.UsualHour;
        Chosen = [.. kinds.Select(k => new ChosenKind { Kind = k.Name, Delivery = _preference?.For(k.Name) ?? Delivery.AtOnce })];
    }

    public async Task<IActionResult> OnPostAsync()
    {
        // A page that is out of date, or was made by hand, may name kinds that are not there and leave out others.
        var sent = Chosen.Where(c => kinds.Any(k => k.Name == c.Kind)).DistinctBy(c => c.Kind).ToDictionary(c => c.Kind!, c => c.Delivery);
        Chosen = [.. kinds.Select(k => new ChosenKind { Kind = k.Name, Delivery = sent.GetValueOrDefault(k.Name) ?? _preference?.For(k.Name) })];
        BrokenRules.RefuseAll([.. Chosen.Select<ChosenKind, Action>((chosen, place) => () => MustSay(chosen, place)), () => Preference.CheckHour(Hour)]);
        _preference ??= db.Preferences.Add(Preference.Of(staff.Id)).Entity;
        _preference.Choose(Chosen.ToDictionary(c => c.Kind!, c => c.Delivery!.Value), Hour ?? -1);
        await db.SaveChangesAsync();
        this.Notify("Your choice is kept. It holds from the next notice on; what waits for a daily letter already comes with it.");
        return RedirectToPage();
    }

    private void MustSay(ChosenKind chosen, int place)
    {
        if (chosen.Delivery is null)
        {
            throw new BrokenRuleException($"Choose how you hear of “{KindOf(chosen.Kind).Label}”", $"Chosen[{place}].Delivery");
        }
    }

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        _preference = await db.Preferences.FirstOrDefaultAsync(p => p.Who == staff.Id);
        Mail = (await staff.CardAsync())?.Mail;
        await next();
    }

    private static string InWords(int hour) => hour switch
    {
        0 => "midnight",
        12 => "midday",
        _ => $"{(hour > 12 ? hour - 12 : hour)}{(hour < 12 ? "am" : "pm")}",
    };

    internal sealed class ChosenKind
    {
        public string? Kind { get; set; }

        public Delivery? Delivery { get; set; }
    }
}
