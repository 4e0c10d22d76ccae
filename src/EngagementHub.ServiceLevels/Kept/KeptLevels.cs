using EngagementHub.ServiceLevels.Calendars;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.ServiceLevels.Kept;

/// <summary>The levels that count tickets, each with its rules, and whether its clocks are kept by those.</summary>
internal sealed class KeptLevels
{
    private readonly ILookup<Guid, Rules> _byService;
    private readonly Dictionary<Guid, Rules> _byLevel;
    private readonly Dictionary<Guid, string> _marks;

    private KeptLevels(IReadOnlyList<Rules> all, Dictionary<Guid, string> marks)
    {
        (_marks, _byService, _byLevel) = (marks, all.ToLookup(rules => rules.Level.ServiceId), all.ToDictionary(rules => rules.Level.Id));
    }

    public static async Task<KeptLevels> ReadAsync(HubDb db, CalendarShelf calendars, CancellationToken cancellation)
    {
        List<Rules> all = [];
        foreach (var level in await db.ServiceLevels.AsNoTracking().Where(level => level.Measure != Levels.Measure.ShareCorrect).ToListAsync(cancellation))
        {
            all.Add(await Rules.OfAsync(db, calendars, level, cancellation));
        }

        return new KeptLevels(all, await db.KeptLevels.AsNoTracking().ToDictionaryAsync(kept => kept.LevelId, kept => kept.Rules, cancellation));
    }

    public IEnumerable<Rules> All => _byLevel.Values;

    public IEnumerable<Rules> Of(Guid service) => _byService[service];

    public Rules? Find(Guid level) => _byLevel.GetValueOrDefault(level);

    public bool IsKept(Rules rules) => _marks.TryGetValue(rules.Level.Id, out var mark) && mark == rules.Mark;

    public void Keep(Rules rules) => _marks[rules.Level.Id] = rules.Mark;

    /// <summary>Those whose calendar cannot follow a ticket.</summary>
    public IEnumerable<Rules> Lost => _byLevel.Values.Where(rules => _marks.GetValueOrDefault(rules.Level.Id)?.Length == 0);

    public void Lose(Rules rules) => _marks[rules.Level.Id] = "";
}
