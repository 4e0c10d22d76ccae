using EngagementHub.Core.Time;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.Responses.Handover;

/// <summary>What became of a question or promise when its host went, in a sentence for readers.</summary>
internal sealed class HandingLines(HubDb db, PeopleAndPlaces people, ScopeDesk desk)
{
    public async Task<ILookup<SubjectRef, string>> OfAsync(IReadOnlyCollection<SubjectRef> items, CancellationToken cancellation = default)
    {
        // On a clock that was moved back, as in the demonstration, what was handed over later is not told.
        var now = desk.Now;
        var handings = await db.Handings.AsNoTracking().Where(h => items.Contains(h.Item) && h.At <= now).OrderBy(h => h.At).ToListAsync(cancellation);
        await people.LearnAsync(handings.SelectMany(h => new[] { h.By, h.From ?? h.By, h.ReturnedTo ?? h.By }), cancellation);
        return handings.ToLookup(h => h.Item, Sentence);
    }

    private string Sentence(Handing handing)
    {
        var (by, day) = (NameOf(handing.By), Say.Day(desk.DayOf(handing.At)));
        var from = handing.From is { } holder ? NameOf(holder) : "nobody";
        return handing.Because is null
            ? handing.From is null || handing.From == handing.By ? $"{by} took it over on {day}" : $"{by} took it over from {from} on {day}"
            : $"{(handing.ReturnedTo is { } back ? $"Went back to {NameOf(back)}" : handing.From is null ? "Left without a name" : $"Stays with {from}")}: declined by {by} on {day} because {handing.Because}";
    }

    private string NameOf(StaffId person) => people.CardOf(person)?.Name ?? "a former member of staff";
}
