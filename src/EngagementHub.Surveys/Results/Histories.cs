using EngagementHub.Surveys.Surveys;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.Surveys.Results;

/// <summary>What was shown before of the questions that a pulse check asks. Only the same question in the same words can be compared, so only those pulse checks can give something away together.</summary>
internal sealed class Histories(HubDb db)
{
    /// <summary>So many of the newest are taken together with the one that is closed; those before them one at a time.</summary>
    public const int Together = 3;

    private readonly Dictionary<Guid, Sheet> _sheets = [];

    public async Task<IReadOnlyList<IReadOnlyList<Sheet>>> OfAsync(Survey survey, DateOnly since, CancellationToken cancellation)
    {
        var shown = await db.Surveys.AsNoTracking().Where(s => s.IsShown && s.LastDay >= since && s.Id != survey.Id).OrderByDescending(s => s.ClosedAt).ThenBy(s => s.Id).ToListAsync(cancellation);
        Dictionary<string, List<Guid>> lists = [];
        foreach (var asked in survey.Items)
        {
            var before = shown.Where(s => s.Items.Any(i => i.Question == asked.Question && i.Wording == asked.Wording)).Select(s => s.Id).ToList();
            foreach (var list in (IEnumerable<List<Guid>>)[[.. before.Take(Together)], .. before.Skip(Together).Select(id => (List<Guid>)[id])])
            {
                lists[string.Join(',', list)] = list;
            }
        }

        List<IReadOnlyList<Sheet>> histories = [];
        foreach (var list in lists.Values.Where(l => l.Count > 0))
        {
            List<Sheet> sheets = [];
            foreach (var id in list)
            {
                sheets.Add(_sheets.TryGetValue(id, out var known) ? known : _sheets[id] = await Sheet.ReadAsync(db, id, await db.Tallies.AsNoTracking().Where(t => t.SurveyId == id).ToListAsync(cancellation), cancellation));
            }

            histories.Add(sheets);
        }

        return histories;
    }
}
