using EngagementHub.Conversation.Codes;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace EngagementHub.Conversation.Pages.CodeOfConduct;

/// <summary>What changed between two versions of the code.</summary>
internal sealed class ChangesModel(HubDb db) : PageModel
{
    public CodeVersion Before { get; private set; } = null!;

    public CodeVersion After { get; private set; } = null!;

    public CodeDifference Difference { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string? from, string? to)
    {
        var versions = (await CodeHistory.LoadAsync(db)).Versions;
        var after = to is null ? versions.FirstOrDefault() : versions.FirstOrDefault(v => v.Name == to);
        var before = from is null ? versions.SkipWhile(v => v != after).Skip(1).FirstOrDefault() : versions.FirstOrDefault(v => v.Name == from);
        if (before is null || after is null)
        {
            return NotFound();
        }

        (Before, After, Difference) = (before, after, CodeDifference.Between(before, after));
        return Page();
    }
}
