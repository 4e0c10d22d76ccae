using EngagementHub.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.Core.Search;

/// <summary>Keeps what can be found in step with what readers see, in the unit of work that changes it.</summary>
internal sealed class SearchIndex(HubDb db, IEnumerable<ISearchSource> sources, IEnumerable<ISearchFilters> filters)
{
    private readonly HashSet<long> _lookedUp = [];

    /// <summary>Called by every save, before it.</summary>
    public async Task FollowAsync(IReadOnlyCollection<Entity> changed, CancellationToken cancellation)
    {
        foreach (var source in sources.OrderBy(s => s.Order))
        {
            await PutAsync(await source.FollowAsync(changed, cancellation), cancellation);
        }

        foreach (var filter in filters)
        {
            if (await filter.SortedAgainAsync(changed, cancellation) is { Count: > 0 } things)
            {
                var entries = await EntriesAsync([.. things], cancellation);
                await SortAsync([.. entries.Values], cancellation);
            }
        }
    }

    public async Task PutAsync(IReadOnlyList<Findable> told, CancellationToken cancellation)
    {
        if (told.Count == 0)
        {
            return;
        }

        // The last word on a thing counts; what it stands under is looked up with it.
        var texts = told.GroupBy(f => f.Subject).ToDictionary(g => g.Key, g => g.Last().Text);
        var above = texts.Values.OfType<SearchText>().SelectMany(t => (SubjectRef?[])[t.Parent, t.Via]).OfType<SubjectRef>();
        var entries = await EntriesAsync([.. texts.Keys.Union(above)], cancellation);
        await LookUpAsync([.. texts.Where(t => t.Value is not null && !entries.ContainsKey(t.Key)).Select(t => SearchEntry.KeyOf(t.Key, t.Value!.Day))], cancellation);
        List<SearchEntry> said = [];
        foreach (var (subject, text) in texts)
        {
            if (text is null || !Stands(text.Parent) || !Stands(text.Via))
            {
                await DropAsync(subject, entries, cancellation);
            }
            else
            {
                said.Add(await SayAsync(subject, text, entries, cancellation));
            }
        }

        await SortAsync(said, cancellation);

        bool Stands(SubjectRef? thing) => thing is not { } subject || entries.ContainsKey(subject);
    }

    private async Task<SearchEntry> SayAsync(SubjectRef subject, SearchText text, Dictionary<SubjectRef, SearchEntry> entries, CancellationToken cancellation)
    {
        var before = entries.GetValueOrDefault(subject);
        if (before is not null && before.Day != text.Day)
        {
            db.SearchEntries.Remove(before);
        }

        var entry = before is not null && before.Day == text.Day ? before : SearchEntry.Of(await FreeKeyAsync(subject, text.Day, cancellation), subject);
        var place = (before?.Blog, before?.Host);
        entry.Say(text, text.Parent is { } parent ? entries[parent] : null);
        entries[subject] = entry;
        if (entry != before)
        {
            db.SearchEntries.Add(entry);
        }

        if (before is not null && place != (entry.Blog, entry.Host))
        {
            await MoveBelowAsync(entry, cancellation);
        }

        return entry;
    }

    private async Task MoveBelowAsync(SearchEntry above, CancellationToken cancellation)
    {
        var below = await BelowAsync(above.Subject, cancellation);
        below.ForEach(e => e.Follow(above));
        await SortAsync(below, cancellation);
    }

    private async Task DropAsync(SubjectRef subject, Dictionary<SubjectRef, SearchEntry> entries, CancellationToken cancellation)
    {
        if (entries.Remove(subject, out var entry))
        {
            db.SearchEntries.Remove(entry);
            db.SearchEntries.RemoveRange(await BelowAsync(subject, cancellation));
        }
    }

    private Task<List<SearchEntry>> BelowAsync(SubjectRef subject, CancellationToken cancellation) =>
        db.SearchEntries.Where(e => e.Parent == subject || e.Via == subject).ToListAsync(cancellation);

    private async Task SortAsync(List<SearchEntry> entries, CancellationToken cancellation)
    {
        Dictionary<SubjectRef, IReadOnlyList<Guid>> themes = [];
        foreach (var filter in entries.Count == 0 ? [] : filters)
        {
            foreach (var (thing, its) in await filter.ThemesOfAsync([.. entries.Select(e => e.Subject)], cancellation))
            {
                themes[thing] = its;
            }
        }

        entries.ForEach(e => e.Sort(themes.GetValueOrDefault(e.Subject, [])));
    }

    private async Task<Dictionary<SubjectRef, SearchEntry>> EntriesAsync(SubjectRef[] subjects, CancellationToken cancellation)
    {
        await db.SearchEntries.Where(e => subjects.Contains(e.Subject)).LoadAsync(cancellation);
        var asked = subjects.ToHashSet();
        return db.SearchEntries.Local.Where(e => asked.Contains(e.Subject)).ToDictionary(e => e.Subject);
    }

    private async Task<long> FreeKeyAsync(SubjectRef subject, DateOnly day, CancellationToken cancellation)
    {
        var key = SearchEntry.KeyOf(subject, day);
        while (await IsTakenAsync(key, cancellation))
        {
            key++;
        }

        return key;
    }

    private async Task<bool> IsTakenAsync(long key, CancellationToken cancellation) => _lookedUp.Contains(key)
        ? db.SearchEntries.Local.FindEntry(key) is not null
        : await db.SearchEntries.FindAsync([key], cancellation) is not null;

    // The keys of many new things in one question, not in one each.
    private async Task LookUpAsync(long[] keys, CancellationToken cancellation)
    {
        if (keys.Length > 1)
        {
            await db.SearchEntries.Where(e => keys.Contains(e.Id)).LoadAsync(cancellation);
            _lookedUp.UnionWith(keys);
        }
    }
}
