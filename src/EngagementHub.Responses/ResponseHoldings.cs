using EngagementHub.Core.Keeping;
using EngagementHub.Responses.Boards;
using EngagementHub.Responses.Corrections;
using EngagementHub.Responses.Digests;
using EngagementHub.Responses.Handover;
using EngagementHub.Responses.Promises;
using EngagementHub.Responses.Questions;
using EngagementHub.Responses.Themes;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.Responses;

/// <summary>What is kept about those who sort, answer and promise.</summary>
internal sealed class ResponseHoldings(HubDb db) : IHoldPeople
{
    private const string Accountable = "Who sorted what was asked stays answerable; it is kept under a number, and the name goes with the directory's entry.";
    private const string InPublic = "Who answered and promised for the department is part of its record; the name goes with the directory's entry unless it stays in office.";

    public IReadOnlyList<HeldRecord> Records { get; } =
    [
        HeldRecord.Of<Question>("Questions that you answered", p => q => q.Answers.Any(a => a.By == p.Id && a.PublishedAt != null)).Unnamed(InPublic, (question, _) => question.Mark()).InOffice(),
        HeldRecord.Of<Answer>("Answers that you wrote or cleared", p =>
        {
            var (id, writer) = (p.Id, p.Id.Value);
            return a => a.By == id || a.ClearedBy == id || a.Writers.Contains(writer);
        }).Stays(InPublic),
        HeldRecord.Of<Question>("Questions that you worded or were given", p => q => q.AskedBy == p.Id || q.Responder == p.Id).Stays(Accountable),
        HeldRecord.Of<Clearance>("Wordings that you cleared", p => c => c.By == p.Id).Stays(Accountable),
        HeldRecord.Of<QuestionNote>("Notes between those who answer", p => n => n.By == p.Id).Stays(Accountable),
        HeldRecord.Of<QuestionReminder>("Reminders of questions to you", p => r => r.To == p.Id).Removed("They were for this person alone."),
        HeldRecord.Of<Correction>("Corrections that you noted", p => c => c.By == p.Id).Stays(InPublic).InOffice(),
        HeldRecord.Of<Digest>("Digests that you composed or published", p => d => d.ComposedBy == p.Id || d.PublishedBy == p.Id).Stays(InPublic).InOffice(),
        HeldRecord.Of<Promise>("Promises that are or were yours, or that you marked or settled", p =>
        {
            var id = p.Id;
            return x => x.Owner == id || x.MarkedBy == id || x.KeptBy == id || x.OverruledBy == id || x.Changes.Any(c => c.By == id) || x.Givings.Any(g => g.From == id || g.To == id || g.By == id);
        }).Stays(InPublic).InOffice(),
        HeldRecord.Of<PromiseReminder>("Reminders of promises to you", p => r => r.To == p.Id).Removed("They were for this person alone."),
        HeldRecord.Of<Theme>("Themes that you made", p => t => t.MadeBy == p.Id).Stays(Accountable),
        HeldRecord.Of<ThemeOrigin>("Themes that you traced to a pulse check", p => o => o.By == p.Id).Stays(Accountable),
        HeldRecord.Of<Sorting>("Comments that you sorted", p => s => s.SortedBy == p.Id).Stays(Accountable),
        HeldRecord.Of<Move>("Moves of comments that you made", p => m => m.By == p.Id).Stays(Accountable),
        HeldRecord.Of<CommentReading>("Comments that you marked as read", p => r => r.By == p.Id).Stays(Accountable),
        HeldRecord.Of<Handing>("What was handed over by you or to you", p => h => h.From == p.Id || h.By == p.Id || h.ReturnedTo == p.Id).Stays(InPublic).InOffice(),
    ];

    public async Task<IReadOnlyList<string>> OwedAsync(StaffId person, DateTimeOffset now, CancellationToken cancellation = default)
    {
        var promises = await db.Promises.CountAsync(p => p.Owner == person && p.KeptAt == null && p.DroppedAt == null, cancellation);
        var questions = (await db.Questions.AsNoTracking().Where(q => q.Responder == person).ToListAsync(cancellation)).Count(q => !q.IsAnswered);
        return
        [
            .. promises == 0 ? (string[])[] : [$"Owns {Core.Time.Say.Count(promises, "promise")} that {(promises == 1 ? "is" : "are")} not settled. Settle them, or give them to somebody else, first"],
            .. questions == 0 ? (string[])[] : [$"Has {Core.Time.Say.Count(questions, "question")} to answer. Give them to somebody else first"],
        ];
    }
}
