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

    /// <summary>What others may have gone on from: the comment, its themes, what was promised.</summary>
    public IEnumerable<SubjectRef> Things =>
    [
        new(ResponsesModule.CommentKind, Own.Comment),
        .. Themes.Select(t => new SubjectRef(ResponsesModule.ThemeKind, t.Id)),
        .. Questions.SelectMany(q => q.Promises).Where(p => p.State != LedgerState.WillNot).Select(p => new SubjectRef(ResponsesModule.PromiseKind, p.Id)),
    ];
}

/// <summary>A question with the comment behind it, the promises in its answers, and whether its writer may say that it is not answered.</summary>
internal sealed record BecameAnswered(ReaderQuestion Question, IReadOnlyList<LedgerLine> Promises, bool HasSaid, bool MaySay);

/// <summary>Reads what became of all comments of a page at once: the number of questions to the database does not grow with the comments.</summary>
internal sealed class Becomings(HubDb db, IConversation conversation, ScopeDesk desk, Becomings.Readers readers)
{
    private readonly Dictionary<Guid, ReceivedComment> _comments = [];
    private readonly Dictionary<Guid, Sorting> _sortings = [];
    private readonly Dictionary<Guid, string> _themes = [];
    private readonly List<Question> _asked = [];
    private readonly Dictionary<Guid, ReaderQuestion> _read = [];
    private ILookup<Guid, LedgerLine> _promises = Array.Empty<LedgerLine>().ToLookup(_ => Guid.Empty);
    private IReadOnlySet<string> _said = new HashSet<string>();

    public async Task<Became?> OfAsync(OwnComment own)
    {
        if (!_comments.ContainsKey(own.Comment))
        {
            await LearnAsync([.. own.Among.Append(own.Comment).Distinct()]);
        }

        if (_comments.GetValueOrDefault(own.Comment) is not { Standing: CommentStanding.Published } comment)
        {
            return null;
        }

        return _sortings.GetValueOrDefault(comment.Id) is not { } sorting
            ? new Became(own, null, null, null, [], [])
            : new Became(own, sorting.Chosen, sorting.Where, desk.DayOf(sorting.SortedAt), [.. sorting.Themes.Where(_themes.ContainsKey).Select(t => (t, _themes[t]))], [.. AskedBy(comment).Select(q => Answered(q, comment))]) { Rule = readers.Rule.InWords };
    }

    private IEnumerable<Question> AskedBy(ReceivedComment comment) => _asked.Where(q => q.Comments.Contains(comment.Id));

    private BecameAnswered Answered(Question question, ReceivedComment comment)
    {
        var said = question.CurrentAt(desk.Now) is { } answer && _said.Contains(AskerVoice.MarkOf(answer.Id, comment));
        return new(_read[question.Id], [.. _promises[question.Id]], said, !said && NotAnswered.IsOffered(question, desk.Now));
    }

    private async Task LearnAsync(IReadOnlyCollection<Guid> comments)
    {
        foreach (var comment in await conversation.FindAllAsync(comments))
        {
            _comments[comment.Id] = comment;
        }

        // On a clock that was moved back, as in the demonstration, what was sorted and asked later is not there yet.
        var now = desk.Now;
        foreach (var sorting in (await db.SortingsOf(comments).AsNoTracking().ToListAsync()).Where(s => s.SortedAt <= now))
        {
            _sortings[sorting.Comment] = sorting;
        }

        var (chosen, scopes) = (_sortings.Values.SelectMany(s => s.Themes).Distinct().ToArray(), _sortings.Values.Select(s => s.Scope).Distinct().ToArray());
        foreach (var theme in await db.Themes.AsNoTracking().Where(t => EF.Parameter(chosen).Contains(t.Id)).Select(t => new { t.Id, t.Title }).ToListAsync())
        {
            _themes[theme.Id] = theme.Title;
        }

        var asked = await db.Questions.AsNoTracking().Where(q => scopes.Contains(q.Scope) && q.AskedAt <= now).OrderBy(q => q.AskedAt).ToListAsync();
        _asked.AddRange(asked.Where(q => q.Comments.Any(comments.Contains) && !_read.ContainsKey(q.Id)));
        await LearnAnswersAsync();
    }

    private async Task LearnAnswersAsync()
    {
        var now = desk.Now;
        foreach (var question in await readers.Questions.OfAsync(_asked))
        {
            _read[question.Id] = question;
        }

        var answers = _asked.SelectMany(q => q.Answers.Where(a => a.PublishedAt <= now).Select(a => (a.Id, Question: q))).ToDictionary(a => a.Id, a => a.Question);
        var on = answers.Keys.Select(a => new SubjectRef(ResponsesModule.AnswerKind, a)).ToList();
        var promises = await db.Promises.AsNoTracking().Where(p => on.Contains(p.MadeOn) && p.MadeAt <= now).OrderBy(p => p.Due).ToListAsync();
        List<(Guid Question, LedgerLine Line)> lines = [];
        foreach (var promise in promises)
        {
            lines.Add((answers[promise.MadeOn.Id].Id, await readers.Ledger.LineOfAsync(promise, answers[promise.MadeOn.Id])));
        }

        _promises = lines.ToLookup(l => l.Question, l => l.Line);
        _said = await readers.Voices.SaidAsync(from question in _asked from comment in question.Comments.Where(_comments.ContainsKey) where question.CurrentAt(now) is not null select (question.CurrentAt(now)!, _comments[comment]));
    }

    internal sealed record Readers(ReaderQuestions Questions, Ledger Ledger, NotAnswered Voices, ReopeningRule Rule);
}
