using EngagementHub.Plans.Measures;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.Plans.Benefits;

/// <summary>Reads programmes with their benefits and their money.</summary>
internal sealed class ProgrammeReader(HubDb db, Deflators deflators, IStaffDirectory directory, PlansDesk desk)
{
    public Deflators Deflators => deflators;

    public Task<Programme?> FindAsync(string slug) => db.Programmes.FirstOrDefaultAsync(p => p.Slug == slug);

    public Task<IReadOnlyList<ProgrammeView>> AllAsync(CancellationToken cancellation = default) => AllAsync(null, cancellation);

    /// <summary>All programmes, or the one of that name.</summary>
    public async Task<IReadOnlyList<ProgrammeView>> AllAsync(string? slug, CancellationToken cancellation = default)
    {
        List<ProgrammeView> all = [];
        foreach (var programme in await db.Programmes.AsNoTracking().Where(p => slug == null || p.Slug == slug).OrderBy(p => p.Title).ToListAsync(cancellation))
        {
            all.Add(await ReadAsync(programme, cancellation));
        }

        return all;
    }

    public async Task<ProgrammeView> ReadAsync(Programme programme, CancellationToken cancellation = default)
    {
        var benefits = await db.Benefits.AsNoTracking().Where(b => b.Programme == programme.Id).OrderBy(b => b.Number).ToListAsync(cancellation);
        var ids = benefits.Where(b => b.Measure is not null).Select(b => b.Measure!.Value).ToList();
        var measures = await db.PlanMeasures.AsNoTracking().Where(m => ids.Contains(m.Id)).ToDictionaryAsync(m => m.Id, cancellation);
        var people = await directory.CardsAsync(benefits.Select(b => b.Officer).Append(programme.Owner).Distinct(), cancellation);
        return new(programme, benefits, Account.Of(programme, benefits, deflators, desk.Now), measures, people) { AsOf = desk.Now };
    }
}

/// <summary>A programme with its register and its account.</summary>
internal sealed record ProgrammeView(Programme Programme, IReadOnlyList<Benefit> Benefits, Account Account, IReadOnlyDictionary<Guid, Measure> Measures, IReadOnlyDictionary<StaffId, StaffCard> People)
{
    public string Url => $"/benefits/{Programme.Slug}";

    /// <summary>The instant by whose knowledge it is shown.</summary>
    public required DateTimeOffset AsOf { get; init; }

    /// <summary>What the board was told until then, the newest last.</summary>
    public IEnumerable<BoardUpdate> Updates => Programme.Updates.Where(u => u.At <= AsOf);

    /// <summary>What was verified of the benefit for a year, in words.</summary>
    public string VerifiedOf(Benefit benefit, int year) => BenefitWords.Verified(benefit.VerifiedIn(year, AsOf));

    public string NameOf(StaffId who) => People.GetValueOrDefault(who)?.Name ?? "A former member of staff";

    /// <summary>The year a board looks at: the last that finance has verified anything of; before that, the financial year under way.</summary>
    public AccountYear Now(DateOnly today) =>
        Account.Years.LastOrDefault(y => y.Year <= FinancialYear.Of(today) && y.CashVerified > 0)
        ?? Account.In(Math.Clamp(FinancialYear.Of(today), Programme.Agreement.FirstYear, Programme.Agreement.LastYear));
}
