using Microsoft.EntityFrameworkCore;

namespace EngagementHub.Responses.Corrections;

/// <summary>A correction as readers see it.</summary>
internal sealed record CorrectionLine(SubjectRef On, string What, string Because, string By, DateOnly Day);

/// <summary>The corrections of what was published, oldest first.</summary>
internal sealed class CorrectionLines(HubDb db, PeopleAndPlaces people, ScopeDesk desk)
{
    public async Task<ILookup<SubjectRef, CorrectionLine>> OfAsync(IReadOnlyCollection<SubjectRef> published, CancellationToken cancellation = default)
    {
        var now = desk.Now;
        var corrections = await db.Corrections.AsNoTracking().Where(c => published.Contains(c.On) && c.At <= now).OrderBy(c => c.At).ToListAsync(cancellation);
        await people.LearnAsync(corrections.Select(c => c.By), cancellation);
        return corrections.ToLookup(c => c.On, c => new CorrectionLine(c.On, c.What, c.Because, people.CardOf(c.By) is { } by ? $"{by.Name}, {by.Title}" : "a former member of staff", desk.DayOf(c.At)));
    }
}
