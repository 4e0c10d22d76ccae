using EngagementHub.Core.Time;
using EngagementHub.Responses.Boards;
using EngagementHub.Responses.Questions;
using EngagementHub.Responses.Themes;

namespace EngagementHub.Responses.Digests;

/// <summary>Writes a digest from the board: themes, questions, signed answers, promises, and the sum under it.</summary>
internal sealed class DigestText(DigestMaterial material, StaffId publisher)
{
    private readonly List<(StaffId Author, List<string> Blocks)> _sections = [];

    private readonly List<string> _quiet = [];

    private IReadOnlyCollection<Guid> _quotes = [];

    public IReadOnlyList<DigestSection> Write(bool roundUp, string opening = "", IReadOnlyCollection<Guid>? quotes = null)
    {
        _quotes = quotes ?? [];
        if (opening.Length > 0)
        {
            Add(publisher, opening);
        }

        foreach (var theme in material.Board.Themes)
        {
            WriteTheme(theme, [.. material.In(theme.Id, roundUp)]);
        }

        Add(publisher, ["## Every comment is accounted for", SumBlock(), .. Quiet()]);
        return [.. _sections.Select(s => new DigestSection(s.Author, string.Join("\n\n", s.Blocks)))];
    }

    private void WriteTheme(Theme theme, List<Question> questions)
    {
        if (material.Board.NumberIn(theme.Id) == 0 && questions.Count == 0)
        {
            return;
        }

        List<string> quotes = [.. QuotesIn(theme.Id)];
        if (questions.Count == 0 && quotes.Count == 0)
        {
            _quiet.Add(Plain.Markdown(theme.Title));
            return;
        }

        var first = questions.Count == 0 ? publisher : AuthorOf(questions[0]);
        Add(first, $"## {Plain.Markdown(theme.Title)}");
        if (material.Board.ShowsCount(theme.Id))
        {
            Add(first, $"{Say.Count(material.Board.NumberIn(theme.Id), "comment")} on this.");
        }

        Add(first, quotes);
        questions.ForEach(WriteQuestion);
    }

    private void WriteQuestion(Question question)
    {
        var author = AuthorOf(question);
        Add(author, $"### {Plain.Markdown(question.Wording)}");
        if (QuoteOf(question) is { } quote)
        {
            Add(author, quote);
        }

        Add(author, AnswerOf(question));
        foreach (var promise in material.Promises.Where(p => p.MadeOn.Id == (question.Ready ?? question.Current)?.Id))
        {
            Add(author, $"**Promised:** {Plain.Markdown(promise.What)} ({Plain.Markdown(material.NameOf(promise.Owner))}, by {Say.ShortDay(promise.Due)}).");
        }
    }

    private string AnswerOf(Question question) => (question.Ready ?? question.Current) switch
    {
        null => $"Not answered yet{(question.Responder is { } who ? $"; {Plain.Markdown(material.NameOf(who))} will answer" : "")}{(question.Due is { } due ? $" by {Say.ShortDay(due)}" : "")}.",
        { State: AnswerState.Redirected } a => $"**Where to turn:** {Plain.Markdown(a.Where!)}.\n\n{a.Text}",
        { State: AnswerState.WillNot } a => Refusal.Markdown(a.Text),
        { State: AnswerState.Outstanding } a => $"**Outstanding until {Say.ShortDay(a.Until!.Value)}.**\n\n{a.Text}",
        { } a => a.Text,
    };

    private string? QuoteOf(Question question) =>
        question.Quote is { } quote && material.Board.Find(quote) is { } placed && Quoting.IsFair(material.Board, placed, question.Theme) ? Quotation.Of(quote, question.Theme) : null;

    // Chosen once and looked at again each time: a theme may have become too small since.
    private IEnumerable<string> QuotesIn(Guid theme) => _quotes.Select(material.Board.Find).OfType<PlacedComment>()
        .Where(c => c.CountedUnder == theme && Quoting.IsFair(material.Board, c, theme)).Select(c => Quotation.Of(c.Comment.Id, theme));

    private string SumBlock()
    {
        var sum = material.Board.SumForReaders();
        return $"{Plain.Markdown(sum.InWords())}. Read by a person: {material.Board.ReadByAPerson} of {sum.Received}.";
    }

    // A theme with nothing new has no heading of its own: readers would look for an answer under it.
    private IEnumerable<string> Quiet() => _quiet.Count == 0 ? [] : [$"Nothing new is answered here on: {string.Join("; ", _quiet)}."];

    private StaffId AuthorOf(Question question) => (question.Ready ?? question.Current)?.By ?? publisher;

    private void Add(StaffId author, params IEnumerable<string> blocks)
    {
        if (_sections.Count == 0 || _sections[^1].Author != author)
        {
            _sections.Add((author, []));
        }

        _sections[^1].Blocks.AddRange(blocks);
    }
}
