using System.ComponentModel.DataAnnotations;
using EngagementHub.Conversation.Moderation;
using EngagementHub.Conversation.Signposts;
using EngagementHub.Core.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.Conversation.Pages.Signposts;

/// <summary>A signpost is changed by adding its next version.</summary>
internal sealed class EditModel(HubDb db, SignpostBook book, ColleagueNames colleagues, ICurrentStaff staff, IStaffDirectory directory, TimeProvider clock) : PageModel
{
    private IReadOnlyDictionary<StaffId, StaffCard> _names = new Dictionary<StaffId, StaffCard>();

    [FromRoute]
    public Guid Key { get; set; }

    /// <summary>The number the next version had when the form was opened: of two editors the second is told.</summary>
    [BindProperty]
    public int Number { get; set; }

    [BindProperty, Required(ErrorMessage = "Enter what it is about"), StringLength(100, ErrorMessage = "Use 100 characters or fewer")]
    public string? Name { get; set; }

    [BindProperty, Required(ErrorMessage = "Enter at least one phrase"), StringLength(8000, ErrorMessage = "Use 8,000 characters or fewer")]
    public string? Words { get; set; }

    [BindProperty, Required(ErrorMessage = "Enter what the writer is told"), StringLength(1000, ErrorMessage = "Use 1,000 characters or fewer")]
    public string? Advice { get; set; }

    [BindProperty, Required(ErrorMessage = "Enter the words of the link"), StringLength(200, ErrorMessage = "Use 200 characters or fewer")]
    public string? Contact { get; set; }

    [BindProperty, Required(ErrorMessage = "Enter where the link leads"), StringLength(500, ErrorMessage = "Use 500 characters or fewer")]
    public string? ContactUrl { get; set; }

    [BindProperty]
    public bool IsOff { get; set; }

    [BindProperty]
    public string? Try { get; set; }

    public bool? Tried { get; private set; }

    public bool IsNew { get; private set; }

    public IReadOnlyList<SignpostVersion> Versions { get; private set; } = [];

    private Signpost Typed => new(Key, Name!.Trim(), Words!.Trim(), Advice!.Trim(), Contact!.Trim(), ContactUrl!.Trim(), IsOff);

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        IsNew = (await book.AllAsync()).All(s => s.Key != Key);
        Versions = await db.SignpostVersions.AsNoTracking().Where(v => v.Key == Key).OrderByDescending(v => v.Number).ToListAsync();
        _names = await directory.CardsAsync(Versions.Select(v => v.By).Distinct());
        await next();
    }

    public async Task OnGetAsync()
    {
        Number = await book.NextNumberAsync(Key);
        if ((await book.AllAsync()).FirstOrDefault(s => s.Key == Key) is { } now)
        {
            (Name, Words, Advice, Contact, ContactUrl, IsOff) = (now.Name, now.Words, now.Advice, now.Contact, now.ContactUrl, now.IsOff);
        }
    }

    public async Task OnPostTryAsync()
    {
        if (ModelState.IsValid)
        {
            Tried = (Typed with { IsOff = false }).PointsFor(Try ?? "", await colleagues.AllAsync(HttpContext.RequestAborted));
        }
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (!ModelState.IsValid)
        {
            return Page();
        }

        db.SignpostVersions.Add(SignpostVersion.Of(Typed, Number, new Ruling(staff.Id, clock.GetUtcNow())));
        await db.SaveChangesAsync();
        this.Notify($"“{Name}” is saved. The next writer it concerns sees it as it is now.");
        return Redirect("/signposts");
    }

    public string NameOf(StaffId who) => _names.TryGetValue(who, out var card) ? card.Name : "somebody who has left";
}
