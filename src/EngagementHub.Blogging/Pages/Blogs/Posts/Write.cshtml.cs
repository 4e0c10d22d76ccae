using EngagementHub.Blogging.Posts;
using EngagementHub.Blogging.Posts.Writing;
using EngagementHub.Blogging.Reading;
using EngagementHub.Core.Time;
using EngagementHub.Core.Ui;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.Blogging.Pages.Blogs.Posts;

// A picture that is too large is taken in and refused with a sentence, so that what was typed beside it is kept; beyond that the server refuses.
[RequestSizeLimit(LargestForm), RequestFormLimits(MultipartBodyLengthLimit = LargestForm)]
internal sealed partial class WriteModel(HubDb db, Mastheads mastheads, ICurrentStaff current, Rights rights, WritingDesk desk, Typesetting typesetting)
    : WritingPageModel(db, mastheads, current, rights, desk)
{
    private string _overtakenBy = "";

    private const string Owner = "/submit";

    private const long LargestForm = 64L * 1024 * 1024;

    public PrintedPost? Preview { get; private set; }

    /// <summary>What the person typed before and did not save.</summary>
    public UnsavedText? Unsaved { get; private set; }

    /// <summary>What somebody else saved while this form was open.</summary>
    public Post? Overtaken { get; private set; }

    public Differences Differences => Differences.Between(Overtaken!.Manuscript, Typed(), $"Saved by {_overtakenBy}", "What you typed");

    public bool RunsBlog { get; private set; }

    public string NameOf(StaffId person) => Hand.Signers.GetValueOrDefault(person)?.Name ?? "The author";

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (Request.ContentLength > LargestForm)
        {
            context.Result = StatusCode(StatusCodes.Status413PayloadTooLarge);
            return;
        }

        await base.OnPageHandlerExecutionAsync(context, next);
    }

    protected override async Task<IActionResult?> PrepareAsync()
    {
        var refused = await base.PrepareAsync();
        RunsBlog = refused is null && await Rights.RunsAsync(Blog, Me);
        return refused;
    }

    public async Task OnGetAsync(string? show)
    {
        var kept = await Desk.Unsaved.FindAsync(Blog, Post, Me, HttpContext.RequestAborted);
        if (kept is not null && show is not null)
        {
            Fill(kept.Typed);
            Preview = show == "preview" ? await typesetting.SetAsync(Shown(), Masthead.Now, HttpContext.RequestAborted) : null;
            return;
        }

        Fill(SavedTyped());
        Unsaved = kept?.Typed.SaysTheSameAs(SavedTyped()) == false ? kept : null;
    }

    public Task<IActionResult> OnPostAsync() => SaveInTurnAsync("");

    public Task<IActionResult> OnPostPublishAsync() => SaveInTurnAsync("/publish");

    public Task<IActionResult> OnPostSubmitAsync() => SaveInTurnAsync(Owner);

    private async Task<IActionResult> SaveInTurnAsync(string then)
    {
        await TakeImageAsync();
        try
        {
            return await SaveAsync(then);
        }
        catch (DbUpdateException overtaken) when (overtaken is DbUpdateConcurrencyException || Duplicates.Caused(overtaken))
        {
            // Somebody saved at the same moment: another post, which may have taken the address, or this one.
            Db.ChangeTracker.Clear();
            return await LoadAsync() ?? await SaveAsync(then);
        }
    }

    private async Task<IActionResult> SaveAsync(string then)
    {
        if (!ModelState.IsValid)
        {
            return Page();
        }

        await Desk.Unsaved.ForgetAsync(Blog, Post, Me);
        var saved = Saved.Alone;
        var post = Post ?? await Desk.BeginAsync(Blog, Hand, InForm(), Masthead.Now);
        if (post == Post && (saved = await Desk.ReviseAsync(Blog, post, Hand, InForm(), Masthead.Now)) == Saved.NotYet)
        {
            return await TellOvertakenAsync(post);
        }

        if (then == Owner)
        {
            RequireLeading();
            post.Submit(Me, Masthead.Now);
        }

        await Db.SaveChangesAsync();
        this.Notify(then == Owner ? $"“{post.Title}” is with the blog's owner, who publishes it or returns it to you with a note." : Done(post, saved));
        return Redirect(then == Owner ? $"{Blog.Url}/desk" : Addresses.Draft(Blog, post) + then);
    }

    private void RequireLeading()
    {
        if (!Hand.Leads)
        {
            throw new BrokenRuleException("Whoever began the draft sends it to the blog's owner. Save your section; they see it");
        }
    }

    private string Done(Post post, Saved saved) => (post.StandingAt(Masthead.Now), saved) switch
    {
        (PostStanding.Published, _) => "The post is changed. Readers see the new wording; the old one is kept.",
        (_, Saved.WithOthers) => "The draft is saved. Somebody else had changed another part of it meanwhile; both changes are in it.",
        _ => "The draft is saved. Only its writers and the blog's owner see it.",
    };

    // What was typed stays in the form; saving it once more is then a decision, made with both wordings in view.
    private async Task<IActionResult> TellOvertakenAsync(Post saved)
    {
        var by = _overtakenBy = await Desk.NameAsync(saved.ChangedBy);
        ModelState.AddModelError("", $"{by} saved this post at {Say.Moment(saved.ChangedAt, Blog.Zone)}, while you were writing, and changed what you changed. Nothing was overwritten. Compare the two below; if you save again, yours replaces theirs and theirs is kept among the earlier wordings");
        ModelState.Remove(nameof(Revision));
        (Overtaken, Revision) = (saved, saved.Revision);
        return new PageResult { StatusCode = StatusCodes.Status409Conflict };
    }
}
