using EngagementHub.Surveys.Questions;

namespace EngagementHub.Surveys.Results;

/// <summary>What one published pulse check said of a measure, beside what the one before it in the same words said.</summary>
internal sealed record TrendLine(string Title, string Url, DateOnly Day, int Wording, string Words, int? Answered, string Against);

/// <summary>A measure over time. A line is compared only with one in the same words.</summary>
internal sealed class Trend(IReadOnlyList<ResultSheet> published)
{
    /// <summary>Each published pulse check that asked it, oldest first, each wording by itself.</summary>
    public IReadOnlyList<IGrouping<int, TrendLine>> Of(SubjectRef measure, string unit)
    {
        List<TrendLine> lines = [];
        Dictionary<int, (Figure Figure, int Answered, bool Speaks)> last = [];
        foreach (var sheet in published)
        {
            if (sheet.MeasureOf(measure) is { } asked)
            {
                var (group, before) = (sheet.Everybody, last.TryGetValue(asked.Wording, out var one) ? one : ((Figure, int, bool)?)null);
                var now = group is null ? null : asked.Of(group);
                lines.Add(Line(sheet, asked.Wording, now is null ? "held back" : sheet.Speaks ? now.Shown.Words : $"{now.Shown.Words}, of too few to speak for all", now is null ? null : group!.Answered, now is null ? "" : Against((now, group!.Answered, sheet.Speaks), before, unit)));
                last[asked.Wording] = now is null ? last.GetValueOrDefault(asked.Wording) : (now, group!.Answered, sheet.Speaks);
            }
        }

        return [.. lines.GroupBy(l => l.Wording)];
    }

    /// <summary>The published pulse checks that asked a question in words: what was written stands with their results.</summary>
    public IReadOnlyList<IGrouping<int, TrendLine>> Of(Question question) =>
        [.. published.SelectMany(s => s.Survey.Items.Where(i => i.Question == question.Id).Select(i => Line(s, i.Wording, "see what was written", s.Everybody?.Answered, ""))).GroupBy(l => l.Wording)];

    private static string Against((Figure Figure, int Answered, bool Speaks) now, (Figure Figure, int Answered, bool Speaks)? before, string unit) =>
        before is not { Figure: { } figure, Answered: var count } ? "" : new Comparison(now.Figure, figure, unit, Comparison.AreLarge(now.Answered, count)) { Speaks = now.Speaks && before.Value.Speaks }.Words;

    private static TrendLine Line(ResultSheet sheet, int wording, string words, int? answered, string against) =>
        new(sheet.Survey.Title, $"/surveys/{sheet.Survey.Id}/results", sheet.Survey.LastDay, wording, words, answered, against);
}
