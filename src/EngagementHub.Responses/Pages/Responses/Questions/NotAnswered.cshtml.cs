using EngagementHub.Conversation;
using EngagementHub.Core.Ui;
using EngagementHub.Responses.Questions;
using EngagementHub.Responses.Reopening;
using EngagementHub.Responses.Slots;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.Responses.Pages.Responses.Questions;

/// <summary>Those who asked, by name or with their code, say that the answer does not answer it. The code travels in the body, never in an address.</summary>
internal sealed class NotAnsweredModel(HubDb db, ScopeDesk desk, IConversation conversation, NotAnsweredModel.Hearing hearing) : PageModel
{
    private Question _asked = null!;

    [BindProperty]
    public Guid? Comment { get; set; }

    [BindProperty]
    public string? Code { get; set; }

    public ReaderQuestion Question { get; private set; } = null!;

    public string Rule => hearing.Rule.InWords;

    public bool IsOffered { get; private set; }

    /// <summary>The person's own comments behind the question.</summary>
    public IReadOnlyList<Guid> Own { get; private set; } = [];

    /// <summary>Whether the person has said so by name.</summary>
    public bool HasSaid { get; private set; }

    public async Task<IActionResult> OnPostAsync()
    {
        await hearing.Voices.SayAsync(_asked, await AskerAsync(), desk.Now);

        this.Notify($"It is noted that this does not answer it. {(_asked.ReopenedAt is null ? $"When {Rule}, say so, the question is answered once more." : "The question is reopened.")}");
        return Redirect(Question.Url);
    }

    public async Task<IActionResult> OnPostTakeBackAsync()
    {
        await hearing.Voices.TakeBackAsync(_asked, await AskerAsync(), desk.Now);

        this.Notify("What you said is taken back. You can say it again as long as the answer stands.");
        return Redirect(Question.Url);
    }

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (!Guid.TryParse($"{RouteData.Values["id"]}", out var id) || await db.Questions.FirstOrDefaultAsync(q => q.Id == id) is not { } question)
        {
            context.Result = NotFound();
            return;
        }

        _asked = question;
        Question = (await hearing.Readers.OfAsync([question]))[0];
        IsOffered = NotAnswered.IsOffered(question, desk.Now);
        Own = hearing.Staff.IdOrNone is { } me ? await OwnAsync(me) : [];
        await next();
    }

    private async Task<ReceivedComment> AskerAsync()
    {
        if (Comment is { } own)
        {
            return Own.Contains(own) ? (await conversation.FindAsync(own))! : throw new BrokenRuleException("Only those whose comments are behind the question can say so");
        }

        return await conversation.FindByReceiptAsync(Code) ?? throw new BrokenRuleException("No comment has this code. Check it: it is 26 letters and digits, in groups of four", nameof(Code));
    }

    private async Task<IReadOnlyList<Guid>> OwnAsync(StaffId me)
    {
        var own = (await conversation.FindAllAsync(_asked.Comments)).Where(c => c.Author == me).ToList();
        HasSaid = own.Count > 0 && _asked.CurrentAt(desk.Now) is { } answer && await hearing.Voices.HasSaidAsync(answer, own[0]);
        return [.. own.Select(c => c.Id)];
    }

    internal sealed record Hearing(NotAnswered Voices, ReaderQuestions Readers, ReopeningRule Rule, ICurrentStaff Staff);
}
