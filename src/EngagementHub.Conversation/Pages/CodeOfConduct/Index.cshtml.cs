using EngagementHub.Conversation.Codes;
using EngagementHub.Core.Time;
using EngagementHub.Core.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Options;

namespace EngagementHub.Conversation.Pages.CodeOfConduct;

/// <summary>The code of conduct, as it is in force today or as an earlier version stood.</summary>
internal sealed class IndexModel(HubDb db, ICurrentStaff staff, TimeProvider clock, IOptions<HubOptions> hub) : PageModel
{
    public CodeHistory Codes { get; private set; } = new([]);

    public CodeVersion? InForce { get; private set; }

    public CodeVersion? Code { get; private set; }

    /// <summary>What the reader may do about how people write here.</summary>
    public IReadOnlyList<(string Words, string Url)> Duties { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string? version)
    {
        Duties = await DutiesAsync();
        Codes = await CodeHistory.LoadAsync(db);
        InForce = Codes.InForceOn(clock.GetUtcNow().DayIn(hub.Value.Zone));
        Code = version is null ? InForce : Codes.Versions.FirstOrDefault(v => v.Name == version);
        return version is not null && Code is null ? NotFound() : Page();
    }

    public string Standing(CodeVersion version) =>
        version == InForce ? "in force" : InForce is not null && version.InForceFrom <= InForce.InForceFrom ? "earlier" : "not yet in force";

    private async Task<IReadOnlyList<(string Words, string Url)>> DutiesAsync()
    {
        List<(string Words, string Url)> duties = [];
        foreach (var (permission, words, url) in ((string, string, string)[])
        [
            (ConversationModule.PublishCode, "Publish a new version of the code of conduct", "/code-of-conduct/publish"),
            (ConversationModule.Signpost, "Change the signposts for personal cases", "/signposts"),
            (ConversationModule.Pause, "Close comments for a period, as before an election", "/comments/pauses"),
            (ConversationModule.Unseal, "Open a withheld name, together with a second person", "/openings"),
        ])
        {
            if (staff.IdOrNone is not null && await staff.MayAsync(permission))
            {
                duties.Add((words, url));
            }
        }

        return duties;
    }
}
