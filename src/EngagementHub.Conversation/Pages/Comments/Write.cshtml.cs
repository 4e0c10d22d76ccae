using EngagementHub.Conversation.Codes;
using EngagementHub.Conversation.Comments;
using EngagementHub.Conversation.Discussions;
using EngagementHub.Conversation.Signposts;
using EngagementHub.Core.Ui;
using EngagementHub.Core.Web;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace EngagementHub.Conversation.Pages.Comments;

/// <summary>Writing a comment: the terms, the code of conduct where it was not accepted yet, a look at it, and sending.</summary>
internal sealed class WriteModel(HubDb db, ICurrentStaff staff, Letterbox letterbox, DraftDesk desk, WritingRoom room, TimeProvider clock) : PageModel
{
    private CodeConsent _consent = null!;

    [BindProperty(SupportsGet = true)]
    public string? On { get; set; }

    [BindProperty(SupportsGet = true)]
    public Guid? ReplyTo { get; set; }

    [BindProperty]
    public string? Text { get; set; }

    [BindProperty]
    public string? Shown { get; set; }

    [BindProperty]
    public bool Accept { get; set; }

    [BindProperty]
    public string? Key { get; set; }

    /// <summary>The signposts the writer has passed, by their keys.</summary>
    [BindProperty]
    public string? Passed { get; set; }

    public IReadOnlyList<Signpost> Signposts { get; private set; } = [];

    public Discussion Discussion { get; private set; } = null!;

    public Comment? Answered { get; private set; }

    public StaffCard? Writer { get; private set; }

    public CodeVersion? Code => _consent.Code;

    public bool MustAccept => _consent.IsMissing;

    public string? WhyShut { get; private set; }

    public string? Preview { get; private set; }

    public IReadOnlyList<Choice> Ways => NameChoice.Of(Discussion);

    /// <summary>Whether the discussion may be shown. Who may not read still keeps what was typed when the session had ended.</summary>
    public bool MayRead { get; private set; }

    public string Title => MayRead ? Discussion.Title : "Comments";

    public string Action => $"/comments/write?on={Discussion.On}{(Answered is null ? "" : $"&replyTo={Answered.Id}")}";

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (!SubjectRef.TryParse(On, out var on) || await room.DiscussionAsync(on) is not { } discussion)
        {
            context.Result = NotFound();
            return;
        }

        MayRead = (await HttpContext.RequestServices.GetRequiredService<IAuthorizationService>().AuthorizeAsync(User, Policies.Read)).Succeeded;
        if (!MayRead && !HttpMethods.IsPost(Request.Method))
        {
            context.Result = Challenge();
            return;
        }

        Discussion = discussion;
        Answered = !MayRead || ReplyTo is null ? null : await db.Comments.AsNoTracking().FirstOrDefaultAsync(c => c.Id == ReplyTo && c.DiscussionId == discussion.Id && c.Standing == CommentStanding.Published);
        WhyShut = await room.WhyShutAsync(discussion, clock.GetUtcNow(), ThreadOf(Answered));
        Writer = await staff.CardAsync();
        _consent = await room.ConsentAsync(Writer?.Id, discussion.DayOf(clock.GetUtcNow()));
        Key = Key is { Length: 32 } ? Key : ReceiptCode.NewKey();
        await next();
    }

    public async Task OnGetAsync(Guid? from)
    {
        if (await db.Comments.AsNoTracking().FirstOrDefaultAsync(c => c.Id == from && c.Author == staff.IdOrNone && c.DiscussionId == Discussion.Id) is { IsAnonymous: false } sent)
        {
            (Text, Shown) = (sent.Source, NameChoice.Named);
            Answered ??= await db.Comments.AsNoTracking().FirstOrDefaultAsync(c => c.Id == sent.ReplyTo);
        }
    }

    public async Task OnPostContinueAsync()
    {
        MustBeComplete();
        var text = CommentWords.Checked(Text);
        Preview = CommentWords.Html(text, []);
        Signposts = await room.SignpostsAsync(text);
    }

    /// <summary>Accepting is a request of its own, and whoever accepts may still walk away: what is stored of it says nothing about a comment.</summary>
    public async Task<IActionResult> OnPostAcceptAsync()
    {
        MustBeSignedIn();
        MustBeAccepted(Accept);
        if (ModelState.IsValid)
        {
            await _consent.GiveAsync(db, Writer!.Id);
            await OnPostContinueAsync();
        }

        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        MustBeComplete();
        MustBeAccepted(!MustAccept);
        var text = CommentWords.Checked(Text);
        if (!ModelState.IsValid)
        {
            return Page();
        }

        Signposts = await room.SignpostsNotPassedAsync(text, Passed);
        if (Signposts.Count > 0)
        {
            return Page();
        }

        return Shown == NameChoice.Named ? await SendByNameAsync(text) : await SendHiddenAsync(text);
    }

    private void MustBeComplete()
    {
        MustBeSignedIn();
        if (!Discussion.AnonymousAllowed)
        {
            Shown = NameChoice.Named;
        }
        else if (Shown != NameChoice.Named && Shown != NameChoice.Hidden(Discussion))
        {
            ModelState.AddModelError(nameof(Shown), "Choose how we shall show you");
        }
    }

    private void MustBeSignedIn()
    {
        if (Writer is null)
        {
            ModelState.AddModelError("", "Sign in to comment. What you typed is kept on this page");
        }
    }

    private void MustBeAccepted(bool isAccepted)
    {
        if (!isAccepted)
        {
            ModelState.AddModelError(nameof(Accept), "Read the code of conduct and say that you accept it");
        }
    }

    private async Task<IActionResult> SendHiddenAsync(string text)
    {
        var code = CodeOf(text);
        await letterbox.ReceiveAsync(Discussion.Id, desk.Hidden(text, Writer!.Id, Discussion, ThreadOf(Answered), code, clock.GetUtcNow()));
        TempData[SentModel.Kept] = code.ToString();
        return Redirect("/comments/sent");
    }

    private async Task<IActionResult> SendByNameAsync(string text)
    {
        var sent = await letterbox.ReceiveAsync(Discussion.Id, DraftDesk.Named(text, Writer!, ThreadOf(Answered), CodeOf(text)));
        if (sent.Standing == CommentStanding.Published)
        {
            this.Notify($"Your comment #{sent.Number} is shown to readers now.", "See, change or take back your comments", "/comments/mine");
        }
        else
        {
            this.Notify($"Your comment #{sent.Number} waits for a moderator. You will be told what becomes of it.", "See, change or take back your comments", "/comments/mine");
        }

        return LocalRedirect($"{Discussion.Url}#comments");
    }

    private ReceiptCode CodeOf(string text) => ReceiptCode.Of(Key!, Discussion.Id, Shown!, text);

    // One level deep: who answers a reply answers in the same thread.
    private static Guid? ThreadOf(Comment? answered) => answered?.ReplyTo ?? answered?.Id;
}
