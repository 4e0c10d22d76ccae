using System.ComponentModel.DataAnnotations;
using EngagementHub.Core.Ui;
using EngagementHub.ServiceLevels.Catalogue;
using EngagementHub.ServiceLevels.Sources.Polled;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.ServiceLevels.Pages.ServiceLevels.TicketSystems;

internal sealed class AddModel(HubDb db, Reach reach, Secrets secrets, ICurrentStaff current, TimeProvider clock) : PageModel
{
    public IReadOnlyList<Choice> Kinds { get; } = [.. reach.Readers.Select(reader => new Choice(reader.Kind, reader.Title))];

    /// <summary>The kind that was chosen; nothing before that.</summary>
    public ISourceReader? Reader => reach.Readers.FirstOrDefault(known => known.Kind == Kind);

    /// <summary>How the hub is to sign in there.</summary>
    public WayIn Chosen => Reader!.WaysIn.FirstOrDefault(known => known.Key == Way) ?? Reader.WaysIn[0];

    [BindProperty(SupportsGet = true)]
    public string? Way { get; set; }

    [BindProperty(SupportsGet = true), Required(ErrorMessage = "Choose what kind of system it is")]
    public string? Kind { get; set; }

    [BindProperty, Required(ErrorMessage = "Enter a name for the system, as colleagues know it"), StringLength(60, ErrorMessage = "The name can have 60 characters at most")]
    public string? Title { get; set; }

    [BindProperty, Required(ErrorMessage = "Enter the system's address"), StringLength(500, ErrorMessage = "The address can have 500 characters at most")]
    public string? Address { get; set; }

    [BindProperty, StringLength(2000, ErrorMessage = "The secret can have 2,000 characters at most")]
    public string? Secret { get; set; }

    [BindProperty, StringLength(200, ErrorMessage = "The name can have 200 characters at most")]
    public string? Name { get; set; }

    [BindProperty, StringLength(500, ErrorMessage = "The address can have 500 characters at most")]
    public string? TokenAddress { get; set; }

    public void OnGet() => ModelState.Clear();

    public async Task<IActionResult> OnPostAsync()
    {
        if (!ModelState.IsValid || Reader is not { } reader)
        {
            return Page();
        }

        var (name, act) = (SlugText.From(Title!), new Act(current.Id, clock.GetUtcNow()));
        if (await db.PolledSources.AnyAsync(source => source.Name == name) || await db.Tickets.AnyAsync(ticket => ticket.Source == name))
        {
            throw new BrokenRuleException("Tickets already come from a system of that name: choose another, because the same number from two systems is two tickets", nameof(Title));
        }

        var (way, given) = (Chosen, new Credentials(Name, Secret, TokenAddress));
        var secret = way.Kept(given);
        var source = PolledSource.Add(name, reader.Kind, Title!, Address!, reader.CursorFrom(null), act);
        source.Configure(reader.SettingsFor(way, given), source.Cursor, act);
        source.Describe(Title!, Address!, reader.NewEverySeconds, act);
        if (secret.Length > 0)
        {
            source.KeepSecret(secrets.Encrypt(secret), act);
        }

        db.PolledSources.Add(source);
        await db.SaveChangesAsync();
        this.Notify($"\"{source.Title}\" is added. Nothing is read before you have said what its statuses and queues mean.");
        return Redirect($"/service-levels/sources/{source.Name}");
    }
}
