namespace EngagementHub.Plans.Measures;

/// <summary>Pulse checks as numbers over time. A question that was put in other words is another measure, so only one wording is read; what is held back is left out.</summary>
internal sealed class PulseMeasures(IPulses? pulses = null) : IReadings
{
    public bool Knows(string kind) => kind is "surveys.question" or "surveys.index";

    public async Task<IReadOnlyList<ReadingSource>> SourcesAsync(CancellationToken cancellation = default) =>
        pulses is null ? [] : [.. (await pulses.ChoicesAsync(cancellation)).Select(c => new ReadingSource(c.Measure, c.Key, c.Title, c.Counted, c.Url))];

    public async Task<IReadOnlyList<MeasuredReading>> ReadAsync(SubjectRef source, DateOnly from, DateOnly to, DateTimeOffset now, CancellationToken cancellation = default)
    {
        var shown = pulses is null ? [] : (await pulses.ReadAsync(source, cancellation: cancellation)).Where(r => r is { State: PulseState.Shown, Value: not null }).OrderBy(r => r.Day).ToList();
        var wording = (shown.LastOrDefault(r => r.Day < from) ?? shown.FirstOrDefault())?.Wording;
        return [.. shown.Where(r => r.Wording == wording && r.Day >= from && r.Day <= to).Select(r => new MeasuredReading(r.Day, r.Value!.Value, $"{r.Words} in \"{r.Title}\"", r.Url, IsFinal: true))];
    }
}
