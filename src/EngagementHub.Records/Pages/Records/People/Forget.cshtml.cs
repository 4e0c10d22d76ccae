using EngagementHub.Core.Ui;
using EngagementHub.Records.People;
using Microsoft.AspNetCore.Mvc;

namespace EngagementHub.Records.Pages.Records.People;

/// <summary>Forgets a person, after everything that goes and stays was shown.</summary>
internal sealed class ForgetModel(Erasure erasure, IStaffDirectory directory, ICurrentStaff staff, TimeProvider clock) : PersonPageModel(erasure, directory, clock)
{
    [BindProperty]
    public string? Office { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    [BindProperty]
    public string? Confirm { get; set; }

    public IEnumerable<Choice> Offices { get; } =
    [
        new("Keep", "Stays there", "Who spoke for the department on a day is part of its record. Everywhere else the name goes"),
        new("Strike", "Goes there too", "Posts, answers and promises then say “A former member of staff”. Signed months keep the name: they never change"),
    ];

    public void OnGet() => Office = "Keep";

    public async Task<IActionResult> OnPostAsync()
    {
        BrokenRules.RefuseAll(MustChooseOffice, () => Forgotten.Because(Reason, Person.Name), MustMeanThisPerson);
        var forgetting = new Forgetting(Person, new StaffId(Guid.NewGuid()), SignedInOffice > 0 && Office == "Keep", Now);
        await Erasure.ForgetAsync(forgetting, Reason, staff.Id, HttpContext.RequestAborted);
        this.Notify("The person is forgotten. This cannot be undone; backups that were made before still know them until they are overwritten.");
        return Redirect("/records/people");
    }

    private void MustChooseOffice()
    {
        if (SignedInOffice > 0 && Office is not ("Keep" or "Strike"))
        {
            throw new BrokenRuleException("Choose whether the name stays under what was signed in office", nameof(Office));
        }
    }

    private void MustMeanThisPerson()
    {
        if (!string.Equals(Confirm?.Trim(), Person.Name, StringComparison.OrdinalIgnoreCase))
        {
            throw new BrokenRuleException($"Enter the name as it stands above, {Person.Name}, to say that you mean this person", nameof(Confirm));
        }
    }
}
