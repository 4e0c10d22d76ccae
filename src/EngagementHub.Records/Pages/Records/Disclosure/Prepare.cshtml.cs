using System.Text;
using EngagementHub.Core.Ui;
using EngagementHub.Core.Web;
using EngagementHub.Records.Disclosure;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;

namespace EngagementHub.Records.Pages.Records.Disclosure;

/// <summary>The rules of a release, what was marked by hand, and the releases that were made.</summary>
internal sealed class PrepareModel(HubDb db, Binding binding, IStaffDirectory directory, ICurrentStaff staff, TimeProvider clock, IOptions<HubOptions> hub) : PackPageModel(db, staff, clock)
{
    [BindProperty]
    public PackRules Rules { get; set; } = new();

    public string Zone => hub.Value.Zone;

    public ResponseScope? Scope { get; private set; }

    public IReadOnlyDictionary<StaffId, StaffCard> People { get; private set; } = new Dictionary<StaffId, StaffCard>();

    public string NameOf(StaffId person) => People.GetValueOrDefault(person)?.Name ?? FormerStaff.Name;

    public string Marked(HandMark mark) => mark.Kind switch
    {
        MarkKind.Person => $"{NameOf(mark.Person!.Value)}, in every form of the name",
        MarkKind.WholeItem => "A whole item",
        _ => $"“{mark.Words}”",
    };

    public void OnGet() => Rules = new PackRules
    {
        Title = Pack.Title,
        StrikesPersonalData = Pack.StrikesPersonalData,
        StrikesNames = Pack.StrikesNames,
        OfficeStays = Pack.OfficeStays,
        WithDeclined = Pack.WithDeclined,
        TitlesThatStay = Pack.TitlesThatStay,
        WordsThatStay = Pack.WordsThatStay,
        Exemption = Pack.Exemption,
    };

    public async Task<IActionResult> OnPostAsync()
    {
        Pack.Rule(Rules, By, Now);
        await Db.SaveChangesAsync();
        this.Notify("The rules are kept. Look at the release as it is now.");
        return Redirect($"{Here}/preview");
    }

    public async Task<IActionResult> OnPostUnmarkAsync(Guid mark)
    {
        Pack.Unmark(mark, By, Now);
        await Db.SaveChangesAsync();
        this.Notify("The mark is taken back.");
        return Redirect(Here);
    }

    public async Task<IActionResult> OnGetHtmlAsync(int number) => await FileAsync(number, "html", "text/html; charset=utf-8", PackFiles.Html);

    public async Task<IActionResult> OnGetJsonAsync(int number) => await FileAsync(number, "json", "application/json; charset=utf-8", PackFiles.Json);

    protected override async Task LoadAsync()
    {
        Scope = await binding.ScopeAsync(Pack.Of, HttpContext.RequestAborted);
        People = await directory.CardsAsync(Pack.Marks.Select(m => m.Person).OfType<StaffId>().Concat(Pack.Releases.Select(r => r.By)));
    }

    // Made again from the record. What does not hash to what was released is not given out under its number.
    private async Task<IActionResult> FileAsync(int number, string ending, string type, Func<Pack, string> write)
    {
        if (Pack.Releases.FirstOrDefault(r => r.Number == number) is not { } release)
        {
            return NotFound();
        }

        var (pack, _) = await binding.BindAsync(Pack, release.At, HttpContext.RequestAborted);
        if (PackFiles.HashOf(pack) != release.Hash)
        {
            this.Notify("The record or the marks have changed since that release, so the same file cannot be made again. Make a new release, or look in your case file for the one that was given out.");
            return Redirect(Here);
        }

        Response.Headers.CacheControl = "no-store";
        return File(Encoding.UTF8.GetBytes(write(pack)), type, $"release-{Pack.Id.ToString("N")[..8]}-{number}.{ending}");
    }
}
