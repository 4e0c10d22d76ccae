using EngagementHub.ServiceLevels.Signing;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.ServiceLevels.Pages.ServiceLevels.Months;

internal sealed class MonthModel(HubDb db, Published published, MonthReader months, DriftReader drifts, ICurrentStaff current, TimeProvider clock) : MonthPageModel(db, published, months)
{
    private const int PerPage = 100;
    private readonly HubDb _db = db;

    public MonthInHand Now { get; private set; } = null!;

    public Drift? Drift { get; private set; }

    public bool IsWhole { get; private set; }

    /// <summary>When the rows were last proved.</summary>
    public DateTimeOffset CheckedAt { get; private set; }

    public MethodSignature? Method { get; private set; }

    public bool MaySign { get; private set; }

    public bool MaySeeTickets { get; private set; }

    public int Current { get; private set; }

    public int Pages => Drift is null ? 0 : (Drift.Tickets.Count + PerPage - 1) / PerPage;

    public IEnumerable<Moved> Shown => Drift is null ? [] : Drift.Tickets.Skip((Current - 1) * PerPage).Take(PerPage);

    public Obstacle? Obstacle => Now.Obstacle(clock.GetUtcNow());

    public async Task OnGetAsync(int p, CancellationToken cancellation)
    {
        Current = Math.Max(1, p);
        Now = await GlanceAsync();
        var rules = Signed?.Rules ?? Now.Rules;
        Method = (await _db.MethodSignatures.AsNoTracking().Where(method => method.LevelId == Report.Level.Id && method.From == rules.From).ToListAsync(cancellation)).Find(method => method.Covers(rules));
        MaySign = Service.Owner is { } owner && owner == current.IdOrNone;
        MaySeeTickets = await current.MayAsync(ServiceLevelsModule.SeeTickets);
        if (Signed is { } signed)
        {
            (Drift, IsWhole, CheckedAt, _) = await drifts.KeptAsync(signed, Report, cancellation);
        }
    }

    public string Standing(FrozenRow? row) => row is null ? "Not in this month" : $"{Words(row)}, due {Say.Moment(row.Due, Report.Zone)}{(row.Completed is { } done ? $", done {Say.Moment(done, Report.Zone)}" : "")}";

    private static string Words(FrozenRow row) => TicketsModel.Groups.FirstOrDefault(group => group.Group == row.Outcome).Words ?? "Open";
}
