using Microsoft.EntityFrameworkCore;

namespace EngagementHub.Surveys.Audience;

/// <summary>How often each unit was asked in the twelve months before a day: everybody gets tired of questions.</summary>
internal sealed class SurveyLoad(HubDb db)
{
    public async Task<IReadOnlyList<UnitLoad>> ReadAsync(DateOnly today, CancellationToken cancellation = default)
    {
        var (since, quarter) = (today.AddYears(-1), today.AddMonths(-3));
        var asked = await db.Surveys.Where(s => s.OpenedAt != null && s.FirstDay > since && s.FirstDay <= today)
            .Join(db.Places.AsNoTracking(), s => s.Id, p => p.SurveyId, (s, p) => new { s.Id, s.FirstDay, Questions = s.Items.Count, p.Unit })
            .GroupBy(a => new { a.Id, a.FirstDay, a.Questions, a.Unit }).Select(g => g.Key).ToListAsync(cancellation);
        return [.. asked.GroupBy(a => a.Unit).OrderBy(g => g.Key)
            .Select(g => new UnitLoad(g.Key.Length == 0 ? "No unit given" : g.Key, g.Count(), g.Count(a => a.FirstDay > quarter), g.Sum(a => a.Questions)))];
    }
}

/// <summary>What one unit was asked.</summary>
/// <param name="Unit">The unit.</param>
/// <param name="Year">Pulse checks in twelve months.</param>
/// <param name="Quarter">Pulse checks in the last three of them.</param>
/// <param name="Questions">Questions in twelve months.</param>
internal sealed record UnitLoad(string Unit, int Year, int Quarter, int Questions);
