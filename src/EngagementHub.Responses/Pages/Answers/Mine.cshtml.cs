using EngagementHub.Core.Time;
using EngagementHub.Responses.Questions;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.Responses.Pages.Answers;

/// <summary>What a person has to answer and to clear, what is late first.</summary>
internal sealed class MineModel(HubDb db, ScopeDesk desk) : PageModel
{
    private const int DoneShown = 10;

    public IReadOnlyList<MyQuestion> Open { get; private set; } = [];

    public IReadOnlyList<MyQuestion> ToClear { get; private set; } = [];

    public IReadOnlyList<MyQuestion> Done { get; private set; } = [];

    public async Task OnGetAsync()
    {
        StaffId? me = desk.Me;
        var mine = await db.Questions.AsNoTracking().Where(q => q.Responder == me).ToListAsync();
        var drafted = await db.Questions.AsNoTracking().Where(q => q.NeedsClearance && q.Answers.Any(a => a.PublishedAt == null && a.ClearedAt == null)).ToListAsync();
        List<Question> toClear = [];
        foreach (var question in drafted.Where(q => !q.Draft!.WasWrittenBy(me.Value)))
        {
            if (await desk.MayAnswerAsync(question.Scope))
            {
                toClear.Add(question);
            }
        }

        Open = await ReadAsync(mine.Where(q => !q.IsAnsweredAt(desk.Now)).OrderBy(q => q.ExpectedBy ?? DateOnly.MaxValue).ThenBy(q => q.AskedAt));
        ToClear = await ReadAsync(toClear.OrderBy(q => q.ExpectedBy ?? DateOnly.MaxValue));
        Done = await ReadAsync(mine.Where(q => q.IsAnsweredAt(desk.Now)).OrderByDescending(q => q.CurrentAt(desk.Now)!.PublishedAt).Take(DoneShown));
    }

    private async Task<IReadOnlyList<MyQuestion>> ReadAsync(IEnumerable<Question> questions)
    {
        List<MyQuestion> read = [];
        foreach (var question in questions)
        {
            read.Add(new MyQuestion(question, (await desk.FindAsync(question.Scope))?.Title, desk.Today));
        }

        return read;
    }
}

internal sealed record MyQuestion(Question Question, string? Scope, DateOnly Today)
{
    public string Due => Question.ExpectedBy is { } due ? $"Due on {Say.Day(due)}" : "No day was named";

    public string Kind => Question.IsOverdue(Today) ? "bad" : Question.Draft is not null ? "waiting" : "grey";

    public string Word => Question switch
    {
        _ when Question.IsOverdue(Today) && Question.Draft is null => "Late",
        { WaitsForClearance: true } => "Waits for clearance",
        { Ready: not null } => "Ready to be published",
        { Current: not null } => "Outstanding",
        _ => "Not begun",
    };
}
