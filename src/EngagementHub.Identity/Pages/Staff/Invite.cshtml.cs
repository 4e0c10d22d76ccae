using System.ComponentModel.DataAnnotations;
using EngagementHub.Core.Ui;
using EngagementHub.Identity.Provider;
using EngagementHub.Identity.Staff;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.Identity.Pages.Staff;

/// <summary>Makes a place for somebody, with roles, before they first sign in.</summary>
internal sealed class InviteModel(HubDb db, ICurrentStaff current, SignInSettings settings, TimeProvider clock) : PageModel
{
    [BindProperty, Required(ErrorMessage = "Enter the person's name"), StringLength(200, ErrorMessage = "The name must be 200 characters or fewer")]
    public string Name { get; set; } = "";

    [BindProperty, StringLength(200, ErrorMessage = "The post must be 200 characters or fewer")]
    public string? Post { get; set; }

    [BindProperty, Required(ErrorMessage = "Enter the person's work address"), EmailAddress(ErrorMessage = "Enter an e-mail address, as in name@department.example"), StringLength(254, ErrorMessage = "The address must be 254 characters or fewer")]
    public string Mail { get; set; } = "";

    [BindProperty]
    public List<string>? Roles { get; set; }

    public bool BindsByMail => settings.BindsByMail;

    public IReadOnlyList<Choice> Choices { get; } = [.. StandardRoles.All.Select(r => new Choice(r, r))];

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (!ModelState.IsValid)
        {
            return Page();
        }

        if (Roles?.FirstOrDefault(r => !StandardRoles.All.Contains(r)) is { } unknown)
        {
            throw new BrokenRuleException($"There is no role '{unknown}'", nameof(Roles));
        }

#pragma warning disable CA1304, CA1311, CA1862 // translated to the database's LOWER
        var mail = Mail.Trim().ToLowerInvariant();
        if (await db.Staff.AnyAsync(s => s.Mail != null && s.Mail.ToLower() == mail && s.LeftAt == null))
        {
            throw new BrokenRuleException("Somebody with this address is here already", nameof(Mail));
        }
#pragma warning restore CA1304, CA1311, CA1862

        var (by, at) = (current.Id, clock.GetUtcNow());
        var person = StaffMember.Invite(await UserNames.FreeAsync(db, Name, HttpContext.RequestAborted), Name, Post ?? "", Mail.Trim(), by, at);
        if (Roles is { Count: > 0 } roles)
        {
            person.ChangeRoles(roles, by, at);
        }

        db.Staff.Add(person);
        await db.SaveChangesAsync();
        this.Notify($"{person.Name} has a place here now.");
        return Redirect($"/staff/{person.UserName}");
    }
}
