using EngagementHub.Conversation;
using EngagementHub.Responses.Boards;
using EngagementHub.Responses.Promises;
using EngagementHub.Responses.Questions;
using EngagementHub.Responses.Reopening;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.Responses.Slots;

/// <summary>What became of one comment after it was shown to readers, as its writer is told.</summary>
internal sealed record Became(OwnComment Own, Disposition? Disposition, string? Where, DateOnly? ReadOn, IReadOnlyList<(Guid Id, string Title)> Themes, IReadOnlyList<BecameAnswered> Questions)
{
    public string Rule { get; init; } = "";
}

/// <summary>A question with the comment behind it, the promises in its answers, and whether its writer may say that it is not answered.</summary>
internal sealed record BecameAnswered(ReaderQuestion Question, IReadOnlyList<LedgerLine> Promises, bool HasSaid, bool MaySay);

internal sealed class Becomings(HubDb db, IConversation conversation, ScopeDesk desk, Becomings.Readers readers)
{
    public async Task<Became?> OfAsync(OwnComment own)
    {
        if (await conversation.FindAsync(own.Comment) is not { Standing: CommentStanding.Published } comment)
        {
            return null;
        }

        var sorting = await db.Sortings.AsNoTracking().FirstOrDefaultAsync(s => s.Comment == comment.Id);
        if (sorting is null)
        {
            return new Became(own, null, null, null, [], []);
        }

        var chosen = sorting.Themes.ToList();
        var themes = await db.Themes.AsNoTracking().Where(t => chosen.Contains(t.Id)).ToDictionaryAsync(t => t.Id, t => t.Title);
        var asked = (await db.Questions.AsNoTracking().Where(q => q.Scope == sorting.Scope).OrderBy(q => q.AskedAt).ToListAsync()).Where(q => q.Comments.Contains(comment.Id));
        List<BecameAnswered> questions = [];
        foreach (var question in asked)
        {
            questions.Add(await AnsweredAsync(question, comment));
        }

        return new Became(own, sorting.Chosen, sorting.Where, desk.DayOf(sorting.SortedAt), [.. chosen.Where(themes.ContainsKey).Select(t => (t, themes[t]))], questions) { Rule = readers.Rule.InWords };
    }

    private async Task<BecameAnswered> AnsweredAsync(Question question, ReceivedComment comment)
    {
        var now = desk.Now;
        var answers = question.Answers.Where(a => a.PublishedAt <= now).Select(a => new SubjectRef(ResponsesModule.AnswerKind, a.Id)).ToList();
        var promises = await db.Promises.AsNoTracking().Where(p => answers.Contains(p.MadeOn) && p.MadeAt <= now).OrderBy(p => p.Due).ToListAsync();
        List<LedgerLine> lines = [];
        foreach (var promise in promises)
        {
            lines.Add(await readers.Ledger.LineOfAsync(promise));
        }

        var said = question.CurrentAt(now) is { } answer && await readers.Voices.HasSaidAsync(answer, comment);
        return new((await readers.Questions.OfAsync([question]))[0], lines, said, !said && NotAnswered.IsOffered(question, now));
    }

    internal sealed record Readers(ReaderQuestions Questions, Ledger Ledger, NotAnswered Voices, ReopeningRule Rule);
}
