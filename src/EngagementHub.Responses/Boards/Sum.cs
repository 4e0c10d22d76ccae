namespace EngagementHub.Responses.Boards;

/// <summary>How many comments went where, and that none is missing.</summary>
internal sealed record Sum(IReadOnlyList<SumLine> Lines, int Received)
{
    public bool Holds => Lines.Sum(l => l.Count) == Received;

    private IEnumerable<SumLine> Counted => Lines.Where(l => l.Count > 0);

    public override string ToString() =>
        Received == 0 ? "0 = 0 ✓" : $"{string.Join(" + ", Counted.Select(l => l.Count))} = {Received}{(Holds ? " ✓" : "")}";

    public string InWords() => $"{string.Join(" + ", Counted.Select(l => $"{l.Count} ({l.Label})"))} = {Received} received{(Holds ? " ✓" : "")}";
}

internal sealed record SumLine(string Label, int Count);
