namespace EngagementHub.WorkingTime;

/// <summary>Pauses made orderly: cut to a stretch of time, sorted, and merged where they touch.</summary>
internal static class Pauses
{
    public static List<Stretch> Within(IEnumerable<Stretch> pauses, DateTimeOffset from, DateTimeOffset to)
    {
        var merged = new List<Stretch>();
        foreach (var pause in pauses.OrderBy(pause => pause.From))
        {
            var start = pause.From < from ? from : pause.From;
            var end = pause.To > to ? to : pause.To;
            if (end <= start)
            {
                continue;
            }

            if (merged.Count > 0 && start <= merged[^1].To)
            {
                merged[^1] = merged[^1] with { To = end > merged[^1].To ? end : merged[^1].To };
            }
            else
            {
                merged.Add(new Stretch(start, end));
            }
        }

        return merged;
    }
}
