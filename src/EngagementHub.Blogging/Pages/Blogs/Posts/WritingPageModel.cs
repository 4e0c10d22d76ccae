using System.ComponentModel.DataAnnotations;
using EngagementHub.Blogging.Posts;
using EngagementHub.Blogging.Posts.Writing;
using EngagementHub.Blogging.Reading;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.Blogging.Pages.Blogs.Posts;

/// <summary>The writing page's form: what was typed, by whom, over which wording.</summary>
internal abstract class WritingPageModel(HubDb db, Mastheads mastheads, ICurrentStaff current, Rights rights, WritingDesk desk) : BlogPageModel(mastheads)
{
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

    public Contribution Hand { get; private set; } = null!;

    protected HubDb Db { get; } = db;

    protected Rights Rights { get; } = rights;

    protected WritingDesk Desk { get; } = desk;

    protected StaffId Me => current.Id;

    public string Here => Post is null ? $"{Blog.Url}/write" : Addresses.Draft(Blog, Post);

    /// <summary>Colleagues who can be asked for a section.</summary>
    public IEnumerable<SelectListItem> Colleagues => Hand.Signers.Values.Where(s => s.Id != Me).Select(s => new SelectListItem($"{s.Name}, {s.Title}".TrimEnd(',', ' '), s.Id.ToString()));

    /// <summary>The section as it is saved; nothing for a new one.</summary>
    public Section? SavedOf(WrittenSection section) => Post?.Manuscript.Sections.FirstOrDefault(s => s.Key == section.Key);

    public bool IsOwn(WrittenSection section) => section.Author is null || section.Author == Me.Value;

    public string NameOf(WrittenSection section) =>
        SavedOf(section)?.Name ?? (section.Author is { } author ? Hand.Signers.GetValueOrDefault(new StaffId(author))?.Name : null) ?? "A colleague";

    protected override async Task<IActionResult?> PrepareAsync()
    {
        var blog = Blog.Id;
        Post = null;
        if (Guid.TryParse((string?)RouteData.Values["id"], out var id))
        {
            Post = await Db.Posts.FirstOrDefaultAsync(p => p.Id == id && p.BlogId == blog, HttpContext.RequestAborted);
            if (Post is null)
            {
                return NotFound();
            }
        }

        var may = Post is null ? await Rights.MayDraftAsync(Blog, Me, Masthead.Today) : await Rights.MayChangeAsync(Masthead.Pen, Post, Me, Masthead.Now);
        Hand = await Desk.Signers.ContributionAsync(Masthead, Post, Me, HttpContext.RequestAborted);
        return may ? null : Forbid();
    }

    protected Typed InForm() => new(
        Title ?? "", Standfirst ?? "", Tags ?? "", Address, Revision,
        [.. Sections.Select(s => new TypedSection(s.Key, new StaffId(s.Author ?? Me.Value), s.Text))]);

    protected void Fill(Typed typed)
    {
        (Title, Standfirst, Tags, Address, Revision) = (typed.Title, typed.Standfirst, typed.Tags, typed.Address, typed.Revision);
        Sections = [.. typed.Sections.Select(s => new WrittenSection { Key = s.Key, Author = s.Author.Value, Text = s.Text })];
    }

    protected Typed SavedTyped() => Post is null ? Typed.New(Me) : Typed.From(Post);
}
