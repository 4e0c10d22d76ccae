using System.Text.Json;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.Conversation.Signposts;

/// <summary>The signposts in use: those that ship, each replaced by its newest version, and those that were added.</summary>
internal sealed class SignpostBook(HubDb db, ColleagueNames colleagues)
{
    private static readonly IReadOnlyList<Signpost> Shipped = Load();

    public async Task<IReadOnlyList<Signpost>> AllAsync(CancellationToken cancellation = default)
    {
        var changed = (await NewestAsync(cancellation)).ToDictionary(v => v.Key, v => v.Signpost);
        return [.. Shipped.Select(s => changed.GetValueOrDefault(s.Key, s)), .. changed.Values.Where(c => Shipped.All(s => s.Key != c.Key)).OrderBy(c => c.Name, StringComparer.Ordinal)];
    }

    /// <summary>Those of them that a text calls for.</summary>
    public async Task<IReadOnlyList<Signpost>> ForAsync(string text, IReadOnlyList<Signpost> all, CancellationToken cancellation = default)
    {
        var names = all.Any(s => !s.IsOff && s.Words.Contains(PhraseBook.Colleague, StringComparison.Ordinal)) ? await colleagues.AllAsync(cancellation) : ColleagueNames.None;
        return [.. all.Where(s => s.PointsFor(text, names))];
    }

    /// <summary>Those that a text calls for, while the writer has not passed each of them.</summary>
    public async Task<IReadOnlyList<Signpost>> NotPassedAsync(string? text, string? passed) =>
        NotPassed(await ForAsync(text ?? "", await AllAsync()), passed);

    public static IReadOnlyList<Signpost> NotPassed(IReadOnlyList<Signpost> called, string? passed) =>
        called.All(s => passed?.Contains($"{s.Key}", StringComparison.Ordinal) == true) ? [] : called;

    public async Task<int> NextNumberAsync(Guid key) =>
        (await db.SignpostVersions.Where(v => v.Key == key).MaxAsync(v => (int?)v.Number) ?? 1) + 1;

    private Task<List<SignpostVersion>> NewestAsync(CancellationToken cancellation)
    {
        var versions = db.SignpostVersions.AsNoTracking();
        return versions.Where(v => !versions.Any(later => later.Key == v.Key && later.Number > v.Number)).ToListAsync(cancellation);
    }

    private static List<Signpost> Load()
    {
        using var file = typeof(SignpostBook).Assembly.GetManifestResourceStream("signposts.json")!;
        return [.. JsonSerializer.Deserialize<List<Entry>>(file, JsonSerializerOptions.Web)!
            .Select(e => new Signpost(StableId.From($"signpost/{e.Id}"), e.Name, string.Join('\n', e.Words), e.Advice, e.Contact, e.ContactUrl))];
    }

    private sealed record Entry(string Id, string Name, IReadOnlyList<string> Words, string Advice, string Contact, string ContactUrl);
}
