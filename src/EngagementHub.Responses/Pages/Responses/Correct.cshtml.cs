using EngagementHub.Core.Ui;
using EngagementHub.Responses.Corrections;
using EngagementHub.Responses.Digests;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.Responses.Pages.Responses;

internal sealed class CorrectModel(HubDb db, ScopeDesk desk) : SortersPage(desk)
{
    [BindProperty]
    public string? What { get; set; }

    [BindProperty]
    public string? Because { get; set; }

    public Digest Digest { get; private set; } = null!;

    public async Task<IActionResult> OnPostAsync()
    {
        db.Corrections.Add(Correction.Note(new SubjectRef(ResponsesModule.DigestKind, Id), What, Because, Desk.Me, Desk.Now));
        await db.SaveChangesAsync();

        this.Notify("The correction stands under the digest.");
        return Redirect(Digest.Url!);
    }

    protected override async Task<SubjectRef?> SubjectAsync() =>
        (Digest = (await db.Digests.IgnoreAutoIncludes().FirstOrDefaultAsync(d => d.Id == Id && d.PublishedAt != null))!)?.Scope;
}
