using System.ComponentModel.DataAnnotations;
using System.Text.RegularExpressions;
using EngagementHub.Conversation;
using EngagementHub.Core.Text;
using EngagementHub.Core.Ui;
using EngagementHub.Responses.Promises;
using EngagementHub.Responses.Questions;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.Responses.Pages.Responses.Questions;

internal sealed partial class AnswerModel(HubDb db, ScopeDesk desk, IConversation conversation, PeopleAndPlaces people) : RespondersPage(db, desk)
{
    [BindProperty]
    public AnswerState? State { get; set; }

    [BindProperty]
    public string? Text { get; set; }

    [BindProperty]
    public string? Where { get; set; }

    [BindProperty, Display(Name = "day by which there will be more to say")]
    public DateOnly? Until { get; set; }

    /// <summary>What somebody else wrote meanwhile, when the person has not seen it.</summary>
    public string? Meanwhile { get; private set; }

    public IReadOnlyList<ReceivedComment> Behind { get; private set; } = [];

    public IReadOnlyList<Promise> Promises { get; private set; } = [];

    /// <summary>What those who answer say to each other.</summary>
    public IReadOnlyList<QuestionNote> Notes { get; private set; } = [];

    public IReadOnlyList<QuestionReminder> Reminders { get; private set; } = [];

    /// <summary>Who cleared which wording.</summary>
    public IReadOnlyList<Clearance> Clearances { get; private set; } = [];

    public bool MayHandOn => !Question.IsAnsweredAt(Desk.Now) && (MaySort || Question.Responder == Desk.Me);

    public bool MayClear => Question.WaitsForClearance && !Question.Draft!.WasWrittenBy(Desk.Me);

    /// <summary>Whether readers have an answer.</summary>
    public bool IsPublished => Question.CurrentAt(Desk.Now) is not null;

    public bool IsLate => Question.IsOverdue(Desk.Today);

    public string NameOf(StaffId person) => people.CardOf(person) is { } card ? $"{card.Name}{(card.IsActive ? "" : " (has left)")}" : "a former member of staff";

    public string MomentOf(DateTimeOffset at) => Core.Time.Say.Moment(at, Desk.Zone);

    private IEnumerable<Promise> Marked => Question.Draft is { } draft ? Promises.Where(p => p.MadeOn.Id == draft.Id && p.MadeAt is null) : [];

    public bool IsMarked(string sentence) => Marked.Any(p => Sentence.IsTheSame(p.What, sentence));

    /// <summary>Whether the person began the answer that is being written.</summary>
    public bool IsOwn => Question.Draft?.By == Desk.Me;

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
        if (Question.Draft is { } draft && draft.WrittenAt <= Desk.Now)
        {
            (State, Text, Where, Until) = (draft.State, draft.Text, draft.Where, draft.Until);
        }
    }

    /// <summary>Keeps the answer.</summary>
    /// <param name="on">Whether whoever may publish goes straight on to the look before that.</param>
    public async Task<IActionResult> OnPostAsync(bool on)
    {
        if (Question.Draft is { } begun && begun.By != Desk.Me && !MaySort)
        {
            throw new BrokenRuleException($"{WrittenBy ?? "Somebody"} has begun this answer. Only that person and the host may change it");
        }

        if (Seen != Question.Version)
        {
            return Overtaken();
        }

        BrokenRules.RefuseAll(() => new AnswerText(State ?? AnswerState.Answered, Text, Where, Until).Checked(), RequireState, RequirePromisesStand);
        var answer = Question.Write(new AnswerText(State!.Value, Text, Where, Until), Desk.Me, Desk.Now);
        await Db.SaveChangesAsync();

        if (on && MaySort && Question.Ready is not null)
        {
            return Redirect($"/responses/questions/{Id}/publish");
        }

        var name = answer.By == Desk.Me ? "your name" : people.CardOf(answer.By)?.Name ?? "the name of who began it";
        this.Notify($"The answer is kept under {name}. {(Question.WaitsForClearance ? "A second person must clear it; then it can be published." : "Readers see it when the digest is published.")}");
        return RedirectToPage(new { Id });
    }

    /// <summary>Takes back the mark of a promise that has not gone out.</summary>
    public async Task<IActionResult> OnPostUnmarkAsync(Guid promise)
    {
        if (Marked.FirstOrDefault(p => p.Id == promise) is { } marked && (MaySort || IsOwn))
        {
            Question.Mark();
            Db.Promises.Remove(marked);
            await Db.SaveChangesAsync();
            this.Notify("That sentence is no longer marked as a promise.");
        }

        return RedirectToPage(new { Id });
    }

    private void RequireState()
    {
        var state = State ?? throw new BrokenRuleException("Choose how the question stands", nameof(State));
        if (state == AnswerState.Outstanding && Until < Desk.Today)
        {
            throw new BrokenRuleException("The day by which there will be more to say must be today or later", nameof(Until));
        }
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

    protected override async Task LoadAsync()
    {
        Behind = [.. await conversation.FindAllAsync(Question.Comments)];
        var answers = Question.Answers.Select(a => new SubjectRef(ResponsesModule.AnswerKind, a.Id)).ToList();
        // On a clock that was moved back, as in the demonstration, nothing of what came later is told.
        var now = Desk.Now;
        Promises = await Db.Promises.Where(p => answers.Contains(p.MadeOn) && (p.MadeAt == null || p.MadeAt <= now)).ToListAsync();
        Notes = await Db.QuestionNotes.AsNoTracking().Where(n => n.Question == Id && n.At <= now).OrderBy(n => n.At).ToListAsync();
        Reminders = await Db.QuestionReminders.AsNoTracking().Where(r => r.Question == Id && r.SentAt <= now).OrderBy(r => r.SentAt).ToListAsync();
        var written = Question.Answers.Select(a => a.Id).ToList();
        Clearances = await Db.Clearances.AsNoTracking().Where(c => written.Contains(c.Answer) && c.At <= now).OrderBy(c => c.At).ToListAsync();
        IEnumerable<StaffId?> named = [Question.Responder, .. Question.Answers.Select(a => (StaffId?)a.By), .. Notes.Select(n => (StaffId?)n.By), .. Reminders.Select(r => (StaffId?)r.To), .. Clearances.Select(c => (StaffId?)c.By)];
        await people.LearnAsync(named.OfType<StaffId>());
    }

    [GeneratedRegex(@"(?<=[.!?])\s+")]
    private static partial Regex SentenceEnd();
}
