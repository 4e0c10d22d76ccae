using System.ComponentModel.DataAnnotations;
using EngagementHub.Blogging.Hosting;
using EngagementHub.Blogging.Posts;
using EngagementHub.Blogging.Reading;
using EngagementHub.Core.Time;
using EngagementHub.Core.Ui;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.Blogging.Pages.Blogs.Posts;

internal sealed class WriteModel(HubDb db, Mastheads mastheads, HostingCalendar calendar, IStaffDirectory directory, ICurrentStaff current, Rights rights, Press press, Typesetting typesetting)
    : BlogPageModel(mastheads)
{
    private IReadOnlyDictionary<StaffId, StaffCard> _signers = new Dictionary<StaffId, StaffCard>();
    private HostingPeriod? _period;

    [BindProperty, Required(ErrorMessage = "Enter a title"), StringLength(200, ErrorMessage = "The title may hold 200 characters at most")]
    public string Title { get; set; } = "";

    [BindProperty, StringLength(600, ErrorMessage = "The standfirst may hold 600 characters at most")]
    public string? Standfirst { get; set; }

    [BindProperty]
    public List<WrittenSection> Sections { get; set; } = [];

    [BindProperty, StringLength(200, ErrorMessage = "The tags may hold 200 characters at most")]
    public string? Tags { get; set; }

    [BindProperty, StringLength(Slug.MaxLength, ErrorMessage = "The ending may hold 80 characters at most")]
    public string? Address { get; set; }

    /// <summary>The wording this form was filled from.</summary>
    [BindProperty]
    public int Revision { get; set; }

    public Post? Post { get; private set; }

    public PrintedPost? Preview { get; private set; }

    /// <summary>What somebody else saved while this form was open.</summary>
    public Post? Overtaken { get; private set; }

    public IEnumerable<SelectListItem> Signers => _signers.Values.Select(s => new SelectListItem($"{s.Name}, {TitleOf(s)}".TrimEnd(',', ' '), s.Id.ToString()));

    protected override async Task<IActionResult?> PrepareAsync()
    {
        var (blog, me) = (Blog.Id, current.Id);
        Post = null;
        if (Guid.TryParse((string?)RouteData.Values["id"], out var id))
        {
            Post = await db.Posts.FirstOrDefaultAsync(p => p.Id == id && p.BlogId == blog, HttpContext.RequestAborted);
            if (Post is null)
            {
                return NotFound();
            }
        }

        var may = Post is null ? await rights.MayDraftAsync(Blog, me, Masthead.Today) : await rights.MayChangeAsync(Masthead.Pen, Post, me, Masthead.Now);
        await FindSignersAsync(me);
        return may ? null : Forbid();
    }

    public void OnGet()
    {
        if (Post is null)
        {
            Sections = [new WrittenSection { Author = current.Id.Value }];
            return;
        }

        (Title, Standfirst, Revision, Tags) = (Post.Title, Post.Standfirst, Post.Revision, string.Join(", ", Post.Tags));
        Address = Post.Day is null ? null : Post.Slug;
        Sections = [.. Post.Sections.Select(s => new WrittenSection { Author = s.Author.Value, Text = s.Markdown })];
    }

    public Task<IActionResult> OnPostAsync() => SaveInTurnAsync(thenPublish: false);

    public Task<IActionResult> OnPostPublishAsync() => SaveInTurnAsync(thenPublish: true);

    /// <summary>Shows the text as it will be read, below the form. Nothing is saved.</summary>
    public async Task<IActionResult> OnPostPreviewAsync()
    {
        ModelState.Clear();
        Preview = await typesetting.SetAsync(Written().Sections, Masthead.Now, HttpContext.RequestAborted);
        return Page();
    }

    public IActionResult OnPostAddSection()
    {
        ModelState.Clear();
        Sections.Add(new WrittenSection { Author = current.Id.Value });
        return Page();
    }

    private async Task<IActionResult> SaveInTurnAsync(bool thenPublish)
    {
        try
        {
            return await SaveAsync(thenPublish);
        }
        catch (DbUpdateException overtaken) when (overtaken is DbUpdateConcurrencyException || Duplicates.Caused(overtaken))
        {
            // Somebody saved at the same moment: another post, which may have taken the address, or this one, and then the writer is told.
            db.ChangeTracker.Clear();
            return await LoadAsync() ?? await SaveAsync(thenPublish);
        }
    }

    private async Task<IActionResult> SaveAsync(bool thenPublish)
    {
        if (!ModelState.IsValid)
        {
            return Page();
        }

        if (Post is not null && Post.Revision != Revision)
        {
            return await TellOvertakenAsync(Post);
        }

        var post = await ReviseAsync(Written());
        await db.SaveChangesAsync();
        this.Notify(post.StandingAt(Masthead.Now) == PostStanding.Published ? "The post is changed. Readers see the new wording; the old one is kept." : "The draft is saved. Only its writers and the blog's owner see it.");
        return Redirect(thenPublish ? Addresses.Draft(Blog, post) + "/publish" : Addresses.Draft(Blog, post));
    }

    private async Task<Post> ReviseAsync(Manuscript written)
    {
        if (Post is null)
        {
            Post = Post.Draft(Blog, written, current.Id, Masthead.Now);
            await press.AddressAsync(Blog, Post);
            db.Posts.Add(Post);
            return Post;
        }

        Post.Revise(written, current.Id, Masthead.Now);
        if (Post.Day is null || Slug.From(Address ?? "") != Post.Slug && !string.IsNullOrWhiteSpace(Address))
        {
            await press.AddressAsync(Blog, Post, Address);
        }

        if (Post.Day is not null)
        {
            await press.OpenDiscussionAsync(Post, Blog);
        }

        return Post;
    }

    // What was typed stays in the form; saving it once more is then a decision, made with both wordings in view.
    private async Task<IActionResult> TellOvertakenAsync(Post saved)
    {
        var by = (await directory.FindAsync(saved.ChangedBy, HttpContext.RequestAborted))?.Name ?? "Somebody else";
        ModelState.AddModelError("", $"{by} saved this post at {Say.Moment(saved.ChangedAt, Blog.Zone)}, while you were writing. Nothing was overwritten. Compare the two below; if you save again, yours replaces theirs and theirs is kept among the earlier wordings");
        ModelState.Remove(nameof(Revision));
        (Overtaken, Revision) = (saved, saved.Revision);
        Response.StatusCode = StatusCodes.Status409Conflict;
        return new Microsoft.AspNetCore.Mvc.RazorPages.PageResult { StatusCode = StatusCodes.Status409Conflict };
    }

    // A digest comes from the board with its sum checked; by hand one writes entries.
    private Manuscript Written() => new(Title ?? "", Standfirst ?? "", Post?.Kind ?? PostKind.Entry, [.. Sections.Where(s => !string.IsNullOrWhiteSpace(s.Text)).Select(Signed)])
    {
        Tags = [.. (Tags ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)],
    };

    private Section Signed(WrittenSection section)
    {
        var card = _signers.GetValueOrDefault(new StaffId(section.Author ?? current.Id.Value)) ?? throw new BrokenRuleException("A section can be signed by the host, the stand-in, those who answer too, and you", nameof(Sections));
        return Section.SignedBy(card, section.Text!, TitleOf(card));
    }

    private string TitleOf(StaffCard card) => _period?.CoResponders.FirstOrDefault(c => c.Person == card.Id)?.Title ?? card.Title;

    private async Task FindSignersAsync(StaffId me)
    {
        _period = await calendar.PeriodOfAsync(Blog, me, Masthead.Today, HttpContext.RequestAborted) ?? Masthead.Pen.Period;
        List<StaffId> people = [me, .. Post?.Sections.Select(s => s.Author) ?? []];
        if (_period is { } period)
        {
            people.AddRange([period.Host, period.StandIn ?? period.Host, .. period.CoResponders.Select(c => c.Person)]);
        }

        var cards = await directory.CardsAsync(people, HttpContext.RequestAborted);
        _signers = people.Distinct().Where(cards.ContainsKey).ToDictionary(p => p, p => cards[p]);
    }
}

internal sealed class WrittenSection
{
    [Display(Name = "who signs")]
    public Guid? Author { get; set; }

    [StringLength(Manuscript.LongestSection, ErrorMessage = "A section may hold 60,000 characters at most. Make two posts of it")]
    public string? Text { get; set; }
}
