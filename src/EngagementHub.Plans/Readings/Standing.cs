namespace EngagementHub.Plans.Readings;

/// <summary>The three readings of an action side by side: what dates and measure say, what its owner says, what a reviewer says.</summary>
internal sealed record Standing(Finding Computed, Word? Owner, Word? Reviewer, DateOnly Today)
{
    /// <summary>No word within the promised rhythm, while there is something to say.</summary>
    public bool IsSilent { get; init; }

    public bool OwnersHolds => Owner?.HoldsOn(Today) == true;

    public Rag Worst
    {
        get
        {
            var said = Worse(OwnersHolds ? Owner!.Rag : Computed.Rag, Reviewer?.Rag ?? Computed.Rag);
            return Worse(Worse(Computed.Rag, said), IsSilent ? Rag.Grey : Rag.Green);
        }
    }

    /// <summary>Whether two of those that hold differ.</summary>
    public bool Disagrees => (OwnersHolds && Owner!.Rag != Computed.Rag) || (Reviewer is not null && Reviewer.Rag != Computed.Rag);

    /// <summary>The disagreement where there is one; else the point with its reason.</summary>
    public string Headline => Disagrees ? $"They disagree: {string.Join(", ", Said)}"
        : Worst == Rag.Grey ? "Nobody has said how it stands within the promised rhythm"
        : $"{Computed.Rag.Word()}: {Computed.Because}";

    private static Rag Worse(Rag one, Rag other) => one > other ? one : other;

    private IEnumerable<string> Said =>
    [
        $"dates and measure say {Computed.Rag.Word()}",
        .. OwnersHolds ? [$"the owner says {Owner!.Rag.Word()}"] : Array.Empty<string>(),
        .. Reviewer is null ? Array.Empty<string>() : [$"the reviewer says {Reviewer.Rag.Word()}"],
    ];
}

/// <summary>Many actions in one line: the worst of them and how many there are of each. Never an average.</summary>
internal sealed record RollUp(IReadOnlyDictionary<Rag, int> Counts, int Disagreements)
{
    public int Total => Counts.Values.Sum();

    public Rag Worst => Counts.Where(c => c.Value > 0).Select(c => c.Key).Worst();

    public static RollUp Of(IEnumerable<Standing> standings)
    {
        List<Standing> all = [.. standings];
        return new(all.GroupBy(s => s.Worst).ToDictionary(g => g.Key, g => g.Count()), all.Count(s => s.Disagrees));
    }

    /// <summary>"2 Red, 1 Amber/Green, 6 Green".</summary>
    public string InWords => Total == 0 ? "no actions" : string.Join(", ", Counts.Where(c => c.Value > 0).OrderByDescending(c => c.Key).Select(c => $"{c.Value:N0} {c.Key.Word()}"));
}
