using EngagementHub.Core.Time;
using EngagementHub.Core.Web;
using Microsoft.Extensions.Options;

namespace EngagementHub.Records.Disclosure;

/// <summary>Binds a release together: asks each module for its part, and strikes.</summary>
internal sealed class Binding(IEnumerable<ITellRecord> tellers, IEnumerable<IResponseScopes> scopes, IStaffDirectory directory, IOptions<HubOptions> hub)
{
    /// <summary>The posts and periods that can be released.</summary>
    public async Task<IReadOnlyList<ResponseScope>> ScopesAsync(CancellationToken cancellation = default) => scopes.FirstOrDefault() is { } all ? await all.AllAsync(cancellation) : [];

    public async Task<ResponseScope?> ScopeAsync(SubjectRef of, CancellationToken cancellation = default) => scopes.FirstOrDefault() is { } all ? await all.FindAsync(of, cancellation) : null;

    /// <summary>One item as it was written, for whoever decides what to strike in it.</summary>
    public async Task<RecordItem?> ItemAsync(DisclosurePack pack, SubjectRef item, DateTimeOffset now, CancellationToken cancellation = default) =>
        (await ItemsAsync(pack, now, cancellation)).FirstOrDefault(i => i.Of == item);

    public async Task<(Pack Pack, IReadOnlyList<StruckWords> Words)> BindAsync(DisclosurePack pack, DateTimeOffset now, CancellationToken cancellation = default)
    {
        var items = await ItemsAsync(pack, now, cancellation);
        var cards = (await directory.EverybodyAsync(cancellation)).ToDictionary(c => c.Id);
        var work = new Bench(pack, new PackPeople(pack, items, cards));
        List<PackChapter> chapters = [.. items.Select(i => (i.Chapter, Item: work.Strike(i))).ToList().GroupBy(i => i.Chapter).Select(c => new PackChapter(c.Key, [.. c.Select(i => i.Item)]))];
        var of = work.Plain((await ScopeAsync(pack.Of, cancellation))?.Title ?? "");
        return (new(work.Plain(pack.Title), of, now.DayIn(hub.Value.Zone), RulesOf(pack, work), chapters, work.Log), work.Words);
    }

    private async Task<IReadOnlyList<RecordItem>> ItemsAsync(DisclosurePack pack, DateTimeOffset now, CancellationToken cancellation)
    {
        if (await ScopeAsync(pack.Of, cancellation) is not { } scope)
        {
            return [];
        }

        List<RecordItem> items = [];
        foreach (var teller in tellers.OrderBy(t => t.Order))
        {
            items.AddRange(await teller.ItemsAsync(new(scope.Subject, scope.Discussions, pack.WithDeclined, now, hub.Value.Zone), cancellation));
        }

        return items;
    }

    private static IReadOnlyList<string> RulesOf(DisclosurePack pack, Bench work) =>
    [
        pack.StrikesNames
            ? $"Names of members of staff are struck ({pack.Exemption}){(pack.OfficeStays ? ", except of those who signed a post, an answer or a promise in office" : "")}{(pack.TitlesThatStay.Length == 0 ? "" : $", and of holders of these posts: {work.Plain(string.Join(", ", Records.Stated.Lines(pack.TitlesThatStay)))}")}."
            : "Names of members of staff stay, except those marked by hand.",
        pack.StrikesPersonalData ? $"E-mail addresses, telephone numbers and National Insurance numbers are struck ({pack.Exemption})." : "Addresses and numbers stay, except those marked by hand.",
        "Comments without a name keep the label they had, such as “Anonymous 3”. The hub's record of a comment without a name holds nothing about its writer that could be released, and names that were sealed were not opened.",
        pack.WithDeclined ? "The words of comments that moderators declined are part of this release; readers never saw them." : "Comments that moderators declined are listed with the clause; their words are not part of this release.",
        "Days are given and no hours.",
    ];
}
