using System.ComponentModel.DataAnnotations;
using EngagementHub.Administration.Choices;
using EngagementHub.Core.Hosting;
using EngagementHub.Core.Time;
using EngagementHub.Core.Ui;
using EngagementHub.Core.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace EngagementHub.Administration.Pages.Administration;

/// <summary>Which modules and which theme the hub starts with next.</summary>
internal sealed class ModulesModel(HubDb db, ModuleCatalog catalog, ThemeCatalog themes, IStaffDirectory directory, ICurrentStaff staff, TimeProvider clock, IOptions<HubOptions> hub) : PageModel
{
    // Without these nobody could sign in, or come here to switch anything on again.
    private static readonly string[] Needed = ["Identity", "Administration"];

    private HubChoice? _modules;
    private HubChoice? _theme;

    [BindProperty, Required(ErrorMessage = "Choose the modules that are on: the hub cannot start without Identity and Administration")]
    public List<string> On { get; set; } = [];

    [BindProperty]
    public string? Theme { get; set; }

    public IReadOnlyList<string> History { get; private set; } = [];

    public bool Waits => Off(_modules?.Value) is var off && catalog.All.Any(m => off.Contains(m.Name) && catalog.On.Contains(m)) || (_theme is not null && _theme.Value != themes.Chosen);

    public IEnumerable<Choice> Modules => catalog.All.Select(m => new Choice(m.Name, m.Title, m.Needs.Count == 0 ? m.Description : $"{m.Description}. Needs {string.Join(", ", catalog.All.Where(n => m.Needs.Contains(n.Name)).Select(n => n.Title))}"));

    public IEnumerable<SelectListItem> Themes => themes.All.Select(t => new SelectListItem(t, t));

    public void OnGet()
    {
        var off = _modules is null ? [.. catalog.All.Except(catalog.On).Select(m => m.Name)] : Off(_modules.Value);
        (On, Theme) = ([.. catalog.All.Select(m => m.Name).Except(off)], _theme?.Value ?? themes.Chosen);
    }

    public async Task<IActionResult> OnPostAsync()
    {
        List<string> off = [.. catalog.All.Select(m => m.Name).Except(On)];
        if (off.Intersect(Needed).FirstOrDefault() is { } needed)
        {
            throw new BrokenRuleException($"The hub cannot start without {needed}", nameof(On));
        }

        if (catalog.All.Where(m => !off.Contains(m.Name)).SelectMany(m => m.Needs, (m, need) => (m.Name, need)).FirstOrDefault(n => off.Contains(n.need)) is { Name: { } standing } missing)
        {
            throw new BrokenRuleException($"{standing} needs {missing.need}: switch both off or neither", nameof(On));
        }

        if (!themes.All.Contains(Theme))
        {
            throw new BrokenRuleException("Choose one of the themes", nameof(Theme));
        }

        Keep(HubChoice.ModulesOff, string.Join(',', off), _modules, _modules is null && catalog.On.Count == catalog.All.Count - off.Count);
        Keep(HubChoice.Theme, Theme!, _theme, _theme is null && Theme == themes.Chosen);
        await db.SaveChangesAsync();
        this.Notify("That is kept. It takes effect when the hub is started next.");
        return RedirectToPage();
    }

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var choices = await db.HubChoices.AsNoTracking().OrderByDescending(c => c.At).Take(20).ToListAsync();
        var people = await directory.CardsAsync(choices.Select(c => c.By));
        _modules = await NewestAsync(HubChoice.ModulesOff);
        _theme = await NewestAsync(HubChoice.Theme);
        History =
        [
            .. choices.Select(c => $"{Say.Moment(c.At, hub.Value.Zone)}, {people.GetValueOrDefault(c.By)?.Name ?? FormerStaff.Name}: {(c.Kind == HubChoice.Theme ? $"theme {c.Value}" : c.Value.Length == 0 ? "all modules on" : $"off: {c.Value.Replace(",", ", ", StringComparison.Ordinal)}")}"),
        ];
        await next();
    }

    private static string[] Off(string? value) => (value ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries);

    private Task<HubChoice?> NewestAsync(string kind) => db.HubChoices.AsNoTracking().Where(c => c.Kind == kind).OrderByDescending(c => c.Number).FirstOrDefaultAsync();

    private void Keep(string kind, string value, HubChoice? before, bool isAsIs)
    {
        if (!isAsIs && before?.Value != value)
        {
            db.HubChoices.Add(HubChoice.Of(kind, value, before, staff.Id, clock.GetUtcNow()));
        }
    }
}
