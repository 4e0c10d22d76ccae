namespace EngagementHub.Responses.Promises;

/// <summary>What readers ask the ledger for.</summary>
internal sealed record LedgerFilter(string? Owner = null, string? Blog = null, string? State = null, int? Year = null, string? Period = null, string? Q = null)
{
    public bool Takes(LedgerLine line) =>
        IsAny(Owner, line.Owner?.UserName)
        && IsAny(Blog, line.Scope?.BlogSlug)
        && IsAny(State, line.State.ToString())
        && IsAny(Period, line.Scope?.Subject.ToString())
        && (Year is null || line.MadeDay.Year == Year)
        && Words.All(word => line.Words.Any(text => text.Contains(word, StringComparison.OrdinalIgnoreCase)));

    private string[] Words => (Q ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);

    private static bool IsAny(string? asked, string? actual) => string.IsNullOrEmpty(asked) || string.Equals(asked, actual, StringComparison.OrdinalIgnoreCase);
}
