using EngagementHub.Blogging.Posts;
using EngagementHub.Core.Time;
using EngagementHub.Core.Ui;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace EngagementHub.Blogging.Pages.Blogs.Posts;

// What one does while writing, before anything is saved for others.
internal sealed partial class WriteModel
{
    [BindProperty]
    public IFormFile? Image { get; set; }

    /// <summary>What the picture shows, in words.</summary>
    [BindProperty]
    public string? ImageAlt { get; set; }

    [BindProperty]
    public bool ImageIsDecorative { get; set; }

    /// <summary>A colleague who is asked for a section.</summary>
    [BindProperty]
    public Guid? Ask { get; set; }

    /// <summary>Shows the text as it will be read, beside the form. Nothing is saved for others.</summary>
    public Task<IActionResult> OnPostPreviewAsync() => TurnAsync("preview", "preview");

    /// <summary>The same for the script, which asks while one types.</summary>
    public async Task<IActionResult> OnPostShowAsync()
    {
        Response.Headers.CacheControl = "no-store";
        return Partial("/Pages/Blogs/_Printed.cshtml", await typesetting.SetAsync(Shown(), Masthead.Now, HttpContext.RequestAborted));
    }

    /// <summary>Keeps what is typed, without saving it for others; for the script.</summary>
    public async Task<IActionResult> OnPostKeepAsync()
    {
        await Desk.Unsaved.KeepAsync(Blog, Post, Me, InForm(), Masthead.Now);
        return new JsonResult(new { at = Say.Moment(Masthead.Now, Blog.Zone) });
    }

    public async Task<IActionResult> OnPostDiscardAsync()
    {
        await Desk.Unsaved.ForgetAsync(Blog, Post, Me);
        await Db.SaveChangesAsync();
        this.Notify("What was not saved is discarded.");
        return Redirect(Here);
    }

    public Task<IActionResult> OnPostAddSectionAsync()
    {
        Sections.Add(new WrittenSection { Author = Me.Value });
        return TurnAsync("typed", $"section-{Sections.Count}");
    }

    public Task<IActionResult> OnPostAskAsync()
    {
        if (Ask is null || !Hand.Signers.ContainsKey(new StaffId(Ask.Value)))
        {
            throw new BrokenRuleException("Choose the colleague who is to write the section", nameof(Ask));
        }

        Sections.Add(new WrittenSection { Author = Ask });
        return TurnAsync("typed", $"section-{Sections.Count}");
    }

    /// <param name="move">Up, down or remove, and which section: <c>up-1</c>.</param>
    public Task<IActionResult> OnPostArrangeAsync(string? move)
    {
        if (move?.Split('-') is [var way, var number] && int.TryParse(number, out var at) && at >= 0 && at < Sections.Count)
        {
            var section = Sections[at];
            Sections.RemoveAt(at);
            if (way != "remove")
            {
                Sections.Insert(Math.Clamp(way == "up" ? at - 1 : at + 1, 0, Sections.Count), section);
            }
        }

        return TurnAsync("typed", "sections");
    }

    /// <summary>Takes a picture in and writes it at the end of one's own last section.</summary>
    public async Task<IActionResult> OnPostImageAsync()
    {
        try
        {
            var written = await TakeImageAsync() ?? throw new BrokenRuleException("Choose the image file first", nameof(Image));
            return IsAskedByScript ? new JsonResult(new { markdown = written }) : await TurnAsync("typed", "sections");
        }
        catch (BrokenRuleException broken) when (IsAskedByScript)
        {
            return new JsonResult(new { problem = broken.Message }) { StatusCode = StatusCodes.Status422UnprocessableEntity };
        }
    }

    private bool IsAskedByScript => Request.Headers.Accept.ToString().Contains("json", StringComparison.Ordinal);

    // The page that follows is fetched anew, so that going back never asks to send a form again.
    private async Task<IActionResult> TurnAsync(string show, string anchor)
    {
        await TakeImageAsync();
        ModelState.Clear();
        await Desk.Unsaved.KeepAsync(Blog, Post, Me, InForm(), Masthead.Now);
        return Redirect($"{Here}?show={show}#{anchor}");
    }

    private async Task<string?> TakeImageAsync()
    {
        if (Image is null)
        {
            return null;
        }

        if (!ImageIsDecorative && string.IsNullOrWhiteSpace(ImageAlt))
        {
            throw new BrokenRuleException("Say what the image shows, for those who do not see it, or tick that it only decorates", nameof(ImageAlt));
        }

        var upload = await Desk.Uploads.TakeInAsync(Image, Blog, Me, Masthead.Now, HttpContext.RequestAborted);
        var written = upload.Markdown(ImageIsDecorative ? "" : ImageAlt!.Trim());
        if (Sections.FindLastIndex(IsOwn) is >= 0 and var place)
        {
            Sections[place].Text = $"{Sections[place].Text?.TrimEnd()}\n\n{written}\n".TrimStart('\n');
            ModelState.Remove($"Sections[{place}].Text");
        }

        (Image, ImageAlt, ImageIsDecorative) = (null, null, false);
        return written;
    }

    private Manuscript Typed()
    {
        var sections = Shown().Zip(Sections, (shown, written) => shown with { Key = written.Key == Guid.Empty ? Guid.NewGuid() : written.Key });
        return new(Title ?? "", Standfirst ?? "", PostKind.Entry, [.. sections]) { Tags = Manuscript.TagsIn(Tags) };
    }

    // As readers would see it: what was typed here, and what the others saved.
    private IReadOnlyList<Section> Shown() => [.. Sections.Select(s => IsOwn(s)
        ? Section.SignedBy(Hand.Signers[Me], s.Text ?? "")
        : SavedOf(s) ?? new Section(new StaffId(s.Author!.Value), NameOf(s), "", ""))];
}
