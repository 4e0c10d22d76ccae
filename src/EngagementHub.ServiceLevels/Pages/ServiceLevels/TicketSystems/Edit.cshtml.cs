using System.ComponentModel.DataAnnotations;
using EngagementHub.Core.Ui;
using EngagementHub.Core.Web;
using EngagementHub.ServiceLevels.Sources.Polled;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;

namespace EngagementHub.ServiceLevels.Pages.ServiceLevels.TicketSystems;

internal sealed class EditModel(HubDb db, Secrets secrets, ICurrentStaff current, TimeProvider clock, IOptions<HubOptions> hub) : SourcePageModel(db, current, clock, hub)
{
    private readonly HubDb _db = db;

    [BindProperty, Required(ErrorMessage = "Enter a name for the system, as colleagues know it"), StringLength(60, ErrorMessage = "The name can have 60 characters at most")]
    public string? Title { get; set; }

    [BindProperty, Required(ErrorMessage = "Enter the system's address"), StringLength(500, ErrorMessage = "The address can have 500 characters at most")]
    public string? Address { get; set; }

    [BindProperty, Required(ErrorMessage = "Enter a number of seconds, for example 20")]
    public int? EverySeconds { get; set; }

    [BindProperty, StringLength(2000, ErrorMessage = "The secret can have 2,000 characters at most")]
    public string? Secret { get; set; }

    public void OnGet() => (Title, Address, EverySeconds) = (Source.Title, Source.Address, Source.EverySeconds);

    public async Task<IActionResult> OnPostAsync()
    {
        if (!ModelState.IsValid)
        {
            return Page();
        }

        var had = Source.Secret.Length > 0;
        Source.Describe(Title!, Address!, EverySeconds!.Value, Act);
        if (!string.IsNullOrEmpty(Secret))
        {
            Source.KeepSecret(secrets.Encrypt(Secret.Trim()), Act);
        }

        await _db.SaveChangesAsync();
        this.Notify(had && Source.Secret.Length == 0 ? "Saved. The address is another server's, so the old secret was dropped: enter the new one." : "Saved.");
        return Redirect($"/service-levels/sources/{Source.Name}");
    }
}
