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
internal sealed class WriteModel(HubDb db, ICurrentStaff staff, Sending sending, WritingRoom room, TimeProvider clock) : PageModel
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

    /// <summary>Whether a comment is answered that readers do not see any more.</summary>
    public bool IsAnsweredGone { get; private set; }

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
        Answered = !MayRead || ReplyTo is null ? null : await room.AnsweredAsync(discussion, ReplyTo.Value);
        IsAnsweredGone = MayRead && ReplyTo is not null && Answered is null;
        WhyShut = await room.WhyShutAsync(discussion, clock.GetUtcNow(), Written.ThreadOf(Answered));
        Writer = await staff.CardAsync();
        _consent = await room.ConsentAsync(Writer?.Id, discussion.DayOf(clock.GetUtcNow()));
        Key = ReceiptCode.IsKey(Key) ? Key : ReceiptCode.NewKey();
        await next();
    }

    public async Task OnGetAsync(Guid? from)
    {
        if (await db.Comments.AsNoTracking().FirstOrDefaultAsync(c => c.Id == from && c.Author == staff.IdOrNone && c.DiscussionId == Discussion.Id) is { IsAnonymous: false } sent)
        {
            (Text, Shown) = (sent.Source, NameChoice.Named);
            Answered ??= sent.ReplyTo is { } answered ? await room.AnsweredAsync(Discussion, answered) : null;
            IsAnsweredGone = sent.ReplyTo is not null && Answered is null;
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
        MustBeAccepted(Accept);
        if (Writer is not null && Accept)
        {
            await _consent.GiveAsync(db, Writer.Id);
        }

        await OnPostContinueAsync();
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

        return LocalRedirect(await sending.SendAsync(new Written(Discussion, Writer!, text, Shown!, Key!) { Thread = Written.ThreadOf(Answered) }, TempData));
    }

    private void MustBeComplete()
    {
        MustBeSignedIn();
        MustAnswerWhatIsShown();
        Shown = NameChoice.Chosen(Shown, Discussion);
        if (!NameChoice.IsOffered(Shown, Discussion))
        {
            ModelState.AddModelError(Discussion.AnonymousAllowed ? nameof(Shown) : "", Discussion.AnonymousAllowed ? "Choose how we shall show you" : $"{NameChoice.OnlyByName} now. Send it again if you want to be shown by yours");
        }
    }

    private void MustAnswerWhatIsShown()
    {
        if (IsAnsweredGone)
        {
            ModelState.AddModelError("", Written.AnsweredIsGone);
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
}
