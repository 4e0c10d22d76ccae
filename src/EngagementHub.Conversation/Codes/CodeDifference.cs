namespace EngagementHub.Conversation.Codes;

/// <summary>A clause in two versions of the code.</summary>
/// <param name="Before">As it was; nothing when it is new.</param>
/// <param name="After">As it is; nothing when it was left out.</param>
internal sealed record ClauseChange(Clause? Before, Clause? After)
{
    public IReadOnlyList<WordRun> Title => WordDifference.Between(Before?.Title ?? "", After?.Title ?? "");

    public IReadOnlyList<WordRun> Text => WordDifference.Between(Before?.Text ?? "", After?.Text ?? "");

    public bool IsSame => Before is not null && After is not null && Before.Title == After.Title && Before.Text == After.Text;

    public string Heading => (Before, After) switch
    {
        (null, { } now) => $"Clause {now.Number}: new",
        ({ } old, null) => $"Clause {old.Number}: left out",
        ({ } old, { } now) when old.Number != now.Number => $"Clause {now.Number}, before {old.Number}: {(IsSame ? "unchanged" : "changed")}",
        _ => $"Clause {After!.Number}: {(IsSame ? "unchanged" : "changed")}",
    };
}

/// <summary>What changed from one version of the code of conduct to another.</summary>
internal sealed record CodeDifference(IReadOnlyList<WordRun> Introduction, IReadOnlyList<ClauseChange> Clauses)
{
    public static CodeDifference Between(CodeVersion before, CodeVersion after) => Between(before.Introduction, before.Clauses, after.Introduction, after.Clauses);

    /// <summary>A clause is the same one when it has the same title, and else when it has the same number.</summary>
    public static CodeDifference Between(string introductionBefore, IReadOnlyList<Clause> before, string introduction, IReadOnlyList<Clause> after)
    {
        Dictionary<Clause, Clause> pairs = [];
        foreach (var same in (Func<Clause, Clause, bool>[])[(a, b) => string.Equals(a.Title, b.Title, StringComparison.OrdinalIgnoreCase), (a, b) => a.Number == b.Number])
        {
            foreach (var now in after.Where(a => !pairs.ContainsKey(a)))
            {
                if (before.FirstOrDefault(b => !pairs.ContainsValue(b) && same(now, b)) is { } old)
                {
                    pairs[now] = old;
                }
            }
        }

        return new CodeDifference(
            WordDifference.Between(introductionBefore, introduction),
            [.. after.Select(a => new ClauseChange(pairs.GetValueOrDefault(a), a)), .. before.Where(b => !pairs.ContainsValue(b)).Select(b => new ClauseChange(b, null))]);
    }
}
