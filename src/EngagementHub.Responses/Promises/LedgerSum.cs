namespace EngagementHub.Responses.Promises;

/// <summary>How the promises of one owner, or of one blog, stand.</summary>
internal sealed record LedgerSum(string Name, string? Url, IReadOnlyList<LedgerLine> Lines)
{
    public int KeptLate => Lines.Count(l => l.State == LedgerState.Kept && l.KeptDay > l.Due);

    public int Moved => Lines.Count(l => l.Slips.Count > 0);

    public static IReadOnlyList<LedgerSum> ByOwner(IEnumerable<LedgerLine> lines) => Sorted(lines.GroupBy(l => l.Owner?.UserName).Select(g => new LedgerSum(
        g.First().Owner is { } owner ? $"{owner.Name}, {owner.Title}{(owner.IsActive ? "" : " (has left)")}" : g.First().OwnerName, g.Key is null ? null : $"/promises?owner={Uri.EscapeDataString(g.Key)}", [.. g])));

    public static IReadOnlyList<LedgerSum> ByBlog(IEnumerable<LedgerLine> lines) => Sorted(lines.GroupBy(l => l.Scope?.BlogSlug).Select(g => new LedgerSum(
        g.First().Scope?.BlogName ?? "Elsewhere", g.Key is null ? null : $"/promises?blog={Uri.EscapeDataString(g.Key)}", [.. g])));

    public int Count(LedgerState state) => Lines.Count(l => l.State == state);

    private static IReadOnlyList<LedgerSum> Sorted(IEnumerable<LedgerSum> sums) =>
        [.. sums.OrderByDescending(s => s.Count(LedgerState.Late)).ThenByDescending(s => s.Count(LedgerState.Open)).ThenBy(s => s.Name, StringComparer.CurrentCulture)];
}
