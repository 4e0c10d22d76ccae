using EngagementHub.Records.People;
using Microsoft.AspNetCore.Mvc;

namespace EngagementHub.Records.Pages.Records.People;

/// <summary>How much is kept about a person, to be taken away as a file.</summary>
internal sealed class PersonModel(HubDb db, Erasure erasure, PersonFiles files, IStaffDirectory directory, ICurrentStaff staff, TimeProvider clock) : PersonPageModel(erasure, directory, clock)
{
    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync()
    {
        var file = await files.ZipAsync(Person, Now, HttpContext.RequestAborted);
        db.Add(PersonTold.Of(Person.Id, staff.Id, Now));
        await db.SaveChangesAsync();
        Response.Headers.CacheControl = "no-store";
        return File(file, "application/zip", $"what-is-kept-{Person.UserName}.zip");
    }
}
