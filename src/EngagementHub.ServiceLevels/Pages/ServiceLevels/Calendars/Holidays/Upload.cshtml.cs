using EngagementHub.ServiceLevels.Calendars;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace EngagementHub.ServiceLevels.Pages.ServiceLevels.Calendars.Holidays;

[RequestSizeLimit(HolidayFetch.MostBytes * 2)]
internal sealed class UploadModel(HubDb db, HolidayShelf holidays, ICurrentStaff current, TimeProvider clock) : PageModel
{
    [BindProperty]
    public IFormFile? Upload { get; set; }

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (Upload is null or { Length: 0 or > HolidayFetch.MostBytes })
        {
            throw new BrokenRuleException(Upload is null ? "Choose a file" : Upload.Length == 0 ? "The file is empty: choose another" : "The file is larger than a megabyte: choose bank-holidays.json of GOV.UK", nameof(Upload));
        }

        using var text = new StreamReader(Upload.OpenReadStream());
        var received = await holidays.ReceiveAsync(await text.ReadToEndAsync(cancellation), Path.GetFileName(Upload.FileName), new Act(current.Id, clock.GetUtcNow()), cancellation)
            ?? throw new BrokenRuleException("This is the same file as the last list: there is nothing new in it", nameof(Upload));
        await db.SaveChangesAsync(cancellation);
        return Redirect($"/service-levels/calendars/bank-holidays/{received.Number}");
    }
}
