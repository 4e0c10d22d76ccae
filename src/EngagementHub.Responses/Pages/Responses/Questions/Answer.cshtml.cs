using System.Text.RegularExpressions;
using EngagementHub.Core.Text;
using EngagementHub.Core.Ui;
using EngagementHub.Responses.Boards;
using EngagementHub.Responses.Promises;
using EngagementHub.Responses.Questions;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.Responses.Pages.Responses.Questions;

internal sealed partial class AnswerModel(HubDb db, ScopeDesk desk, BoardShelf boards, PeopleAndPlaces people) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public AnswerState? State { get; set; }

    [BindProperty]
    public string? Text { get; set; }

    [BindProperty]
    public string? Where { get; set; }

    [BindProperty]
    public DateOnly? Until { get; set; }

    /// <summary>The version of the question the person saw.</summary>
    [BindProperty]
    public int Seen { get; set; }

    /// <summary>The version the page shows; what fails to save does not raise it.</summary>
    public int Shown { get; private set; }

    /// <summary>What somebody else wrote meanwhile, when the person has not seen it.</summary>
    public string? Meanwhile { get; private set; }

    public Question Question { get; private set; } = null!;

    public ResponseScope Scope { get; private set; } = null!;

    public bool MaySort { get; private set; }

    public IReadOnlyList<PlacedComment> Behind { get; private set; } = [];

    public IReadOnlyList<Promise> Promises { get; private set; } = [];

    private IEnumerable<Promise> Marked => Question.Draft is { } draft ? Promises.Where(p => p.MadeOn.Id == draft.Id && p.MadeAt is null) : [];

    /// <summary>Whether the person began the answer that is being written.</summary>
    public bool IsOwn => Question.Draft?.By == desk.Me;

    public string? WrittenBy => Question.Draft is { } draft ? people.CardOf(draft.By)?.Name : null;

    public IReadOnlyList<string> Sentences => Question.Draft is { } draft ? [.. SentenceEnd().Split(PlainText.From(draft.Text)).Where(s => s.Length > 0)] : [];

    public IEnumerable<Choice> States { get; } =
    [
        new(nameof(AnswerState.Answered), "Answered"),
        new(nameof(AnswerState.Redirected), "Redirected", "Somebody else answers; say where below"),
        new(nameof(AnswerState.WillNot), "We will not, because …", "The text is the reason"),
        new(nameof(AnswerState.Outstanding), "Outstanding until …", "The text says why; give the day below"),
    ];

    public void OnGet()
    {
        if (Question.Draft is { } draft)
        {
            (State, Text, Where, Until) = (draft.State, draft.Text, draft.Where, draft.Until);
        }
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (Question.Draft is { } begun && begun.By != desk.Me && !MaySort)
        {
            throw new BrokenRuleException($"{WrittenBy ?? "Somebody"} has begun this answer. Only that person and the host may change it");
        }

        if (Seen != Question.Version)
        {
            return Overtaken();
        }

        RequirePromisesStand();
        var state = State ?? throw new BrokenRuleException("Choose how the question stands", nameof(State));
        var answer = Question.Write(new AnswerText(state, Text, Where, Until), desk.Me, desk.Now);
        await db.SaveChangesAsync();

        var name = answer.By == desk.Me ? "your name" : people.CardOf(answer.By)?.Name ?? "the name of who began it";
        this.Notify($"The answer is kept under {name}. Readers see it when the digest is published.");
        return RedirectToPage(new { Id });
    }

    /// <summary>Takes back the mark of a promise that has not gone out.</summary>
    public async Task<IActionResult> OnPostUnmarkAsync(Guid promise)
    {
        if (Marked.FirstOrDefault(p => p.Id == promise) is { } marked && (MaySort || IsOwn))
        {
            Question.Mark();
            db.Promises.Remove(marked);
            await db.SaveChangesAsync();
            this.Notify("That sentence is no longer marked as a promise.");
        }

        return RedirectToPage(new { Id });
    }

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (await db.Questions.FirstOrDefaultAsync(q => q.Id == Id) is not { } question || await desk.FindAsync(question.Scope) is not { } scope)
        {
            context.Result = NotFound();
            return;
        }

        if (!await desk.MayAnswerAsync(scope.Subject))
        {
            context.Result = Forbid();
            return;
        }

        (Question, Scope, MaySort) = (question, scope, await desk.MaySortAsync(scope.Subject));
        Shown = question.Version;
        await LoadAsync();
        await next();
    }

    // The ledger quotes the answer: what is promised must stand in it when readers get both.
    private void RequirePromisesStand()
    {
        if (Marked.FirstOrDefault(p => !Sentence.StandsIn(Text ?? "", p.What)) is { } missing)
        {
            throw new BrokenRuleException($"“{missing.What}” is marked as a promise and no longer stands in the answer. Put the sentence back, or take back its mark below", nameof(Text));
        }
    }

    private PageResult Overtaken()
    {
        Meanwhile = (Question.Draft ?? Question.Current)?.Text;
        ModelState.AddModelError("", "Somebody else changed this answer while you were writing. Nothing was overwritten, and what you typed is still here. Compare the two and keep the answer again");
        var page = Page();
        page.StatusCode = StatusCodes.Status409Conflict;
        return page;
    }

    private async Task LoadAsync()
    {
        Behind = [.. (await boards.OfAsync(Scope)).Comments.Where(c => Question.Comments.Contains(c.Comment.Id))];
        var answers = Question.Answers.Select(a => new SubjectRef(ResponsesModule.AnswerKind, a.Id)).ToList();
        Promises = await db.Promises.Where(p => answers.Contains(p.MadeOn)).ToListAsync();
        await people.LearnAsync(Question.Answers.Select(a => a.By));
    }

    [GeneratedRegex(@"(?<=[.!?])\s+")]
    private static partial Regex SentenceEnd();
}
