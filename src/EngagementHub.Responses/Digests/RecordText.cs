using EngagementHub.Core.Time;
using EngagementHub.Responses.Promises;
using EngagementHub.Responses.Questions;

namespace EngagementHub.Responses.Digests;

/// <summary>Drafts the opening of a summary or round-up from the record, for a person to read and change.</summary>
internal sealed class RecordText(DigestMaterial material, DateTimeOffset now, DateOnly today)
{
    private IEnumerable<Promise> Promised => material.Promises.Where(p => p.MadeAt <= now || material.Questions.Any(q => q.Ready?.Id == p.MadeOn.Id))
        .Where(p => !(p.KeptAt <= now || p.DroppedAt <= now));

    private List<Question> Outstanding => [.. material.Questions.Where(q => q.Ready is null or { State: AnswerState.Outstanding } && !(q.Ready is null && q.IsAnsweredAt(now)))];

    public string Summary() => Blocks(
        $"Until {Say.Day(today)} we received {Say.Count(material.Board.Comments.Count, "comment")}. {Sorted()}",
        Listed("What you ask about:", material.Board.Themes.Where(t => material.Board.NumberIn(t.Id) > 0).Select(t => $"{Plain.Markdown(t.Title)}{CountOf(t.Id)}{StandOf(t.Id)}")),
        Listed("Still to be answered:", Outstanding.Select(LineOf)));

    public string RoundUp() => Blocks(
        $"We received {Say.Count(material.Board.Comments.Count, "comment")} and answered {material.Questions.Count - Outstanding.Count} of {Say.Count(material.Questions.Count, "question")}.",
        Listed("What was promised:", Promised.OrderBy(p => p.Due).Select(p => $"{Plain.Markdown(p.What.TrimEnd('.'))} ({Plain.Markdown(material.NameOf(p.Owner))}, by {Say.ShortDay(p.Due)})")),
        Listed("What is outstanding:", Outstanding.Select(LineOf)),
        Outstanding.Count == 0 && !Promised.Any() ? "Nothing is left open." : "What is left open is handed over by name: whoever comes next takes each item over or declines it, in public.");

    private static string Blocks(params IEnumerable<string> blocks) => string.Join("\n\n", blocks.Where(b => b.Length > 0));

    private static string Listed(string title, IEnumerable<string> lines)
    {
        var all = lines.Select(l => $"- {l}").ToList();
        return all.Count == 0 ? "" : $"**{title}**\n\n{string.Join('\n', all)}";
    }

    private string Sorted() => material.Board.IsSorted ? "Each has its place." : $"{Say.Count(material.Board.ToSort.Count, "comment")} still to be sorted.";

    // A small theme shows no count, here as everywhere.
    private string CountOf(Guid theme) => material.Board.ShowsCount(theme) ? $": {Say.Count(material.Board.NumberIn(theme), "comment")}" : "";

    private string StandOf(Guid theme)
    {
        var questions = material.Questions.Where(q => q.Theme == theme).ToList();
        var (answered, ready) = (questions.Count(q => q.IsAnsweredAt(now)), questions.Count(q => !q.IsAnsweredAt(now) && q.Ready is { State: not AnswerState.Outstanding }));
        return questions.Count == 0 ? "" : $"; {answered} of {Say.Count(questions.Count, "question")} answered{(ready == 0 ? "" : $", {ready} more in this digest")}";
    }

    private string LineOf(Question question)
    {
        var by = question.Responder is { } who ? Plain.Markdown(material.NameOf(who)) : "nobody has it yet";
        return $"{Plain.Markdown(question.Wording)} ({by}{((question.Ready?.Until ?? question.ExpectedBy) is { } due ? $", by {Say.ShortDay(due)}" : "")})";
    }
}
