using EngagementHub.Surveys.Answers;
using EngagementHub.Surveys.Audience;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.Surveys.Results;

/// <summary>Groups with the people in each who answered.</summary>
internal sealed record Sheet(IReadOnlyList<KeyValuePair<CellKey, IReadOnlyCollection<StaffId>>> Cells)
{
    /// <summary>The groups of a pulse check that still have sums of their own, and everybody.</summary>
    public static async Task<Sheet> ReadAsync(HubDb db, Guid survey, IReadOnlyList<Tally> tallies, CancellationToken cancellation)
    {
        var answered = await db.Places.AsNoTracking().Where(p => p.SurveyId == survey && p.HasAnswered).ToListAsync(cancellation);
        var apart = tallies.Where(t => t.Group != Tally.Rest).Select(t => (t.Cut, t.Group)).ToHashSet();
        return new Sheet(
        [
            new(CellKey.Everybody, [.. answered.Select(p => p.Who)]),
            .. Cells(Cut.Unit, p => p.Unit),
            .. Cells(Cut.Grade, p => p.Grade),
        ]);

        IEnumerable<KeyValuePair<CellKey, IReadOnlyCollection<StaffId>>> Cells(Cut cut, Func<Place, string> of) => answered.GroupBy(of).Where(g => apart.Contains((cut, g.Key)))
            .Select(g => KeyValuePair.Create(new CellKey(cut, g.Key), (IReadOnlyCollection<StaffId>)[.. g.Select(p => p.Who)]));
    }
}
