using EngagementHub.Core.Ui;
using EngagementHub.Records.Disclosure;
using Microsoft.AspNetCore.Mvc;

namespace EngagementHub.Records.Pages.Records.Disclosure;

/// <summary>The release as it would leave, and what is struck in it word for word. It is made here, by whoever has seen it.</summary>
internal sealed class PreviewModel(HubDb db, Binding binding, ICurrentStaff staff, TimeProvider clock) : PackPageModel(db, staff, clock)
{
    /// <summary>Whether every chapter stands open, for whoever reads it to the end or prints it.</summary>
    [BindProperty(SupportsGet = true)]
    public bool All { get; set; }

    public Pack Bound { get; private set; } = null!;

    public IReadOnlyList<StruckWords> Words { get; private set; } = [];

    /// <summary>What was looked at: a record that changes while somebody reads is not released unseen.</summary>
    public string Seen => PackFiles.HashOf(Bound);

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(string? seen)
    {
        if (Bound.Chapters.Count == 0)
        {
            throw new BrokenRuleException("There is nothing to release: the post or period is no longer there");
        }

        if (seen != Seen)
        {
            throw new BrokenRuleException("The record or the marks have changed since you looked. Look at this page again; it shows them as they are now");
        }

        var release = Pack.Release(Seen, Bound.Places, By, Now);
        await Db.SaveChangesAsync();
        this.Notify($"Release {release.Number} is made. Take the files away below and keep them with the case.");
        return Redirect(Here);
    }

    protected override async Task LoadAsync() => (Bound, Words) = await binding.BindAsync(Pack, Now, HttpContext.RequestAborted);
}
