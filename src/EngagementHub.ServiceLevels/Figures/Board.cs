namespace EngagementHub.ServiceLevels.Figures;

/// <summary>The reports that are shown together, and when they are looked at.</summary>
internal sealed record Board(DateTimeOffset Now, IReadOnlyList<LevelReport> Reports)
{
    /// <summary>Every level of every service in one sentence.</summary>
    public string InWords
    {
        get
        {
            var kinds = Reports.SelectMany(All).Select(report => report.StatusAt(Now).Kind).ToList();
            var (met, missed) = (kinds.Count(kind => kind == "good"), kinds.Count(kind => kind == "bad"));
            return $"Of {Say.Count(kinds.Count, "promise")} {met} {(met == 1 ? "is" : "are")} met in the latest month, {missed} missed{(met + missed == kinds.Count ? "" : $" and {kinds.Count - met - missed} not judged")}.";
        }
    }

    /// <summary>The services that keep all their promises, and those of which there is more to say.</summary>
    public ILookup<bool, LevelReport> ByKept => Reports.ToLookup(first => first.WorstAt(Now).Kind == "good");

    /// <summary>The level to speak of: one that is missed before one that is met.</summary>
    public LevelReport Worst(LevelReport first) => All(first).FirstOrDefault(report => report.StatusAt(Now).Kind == "bad") ?? first;

    public static IEnumerable<LevelReport> All(LevelReport first) => first.Beside.Prepend(first);

    public static Board At(DateTimeOffset now, IReadOnlyList<LevelReport> reports) => new(now, reports);
}
