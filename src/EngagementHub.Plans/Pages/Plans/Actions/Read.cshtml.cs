using EngagementHub.Plans.Measures;
using EngagementHub.Plans.Model;
using EngagementHub.Plans.Plans;
using EngagementHub.Plans.Readings;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.Plans.Pages.Plans.Actions;

internal sealed class ReadModel(HubDb db, PlansDesk desk, PlanReader reader, Links links, IStaffDirectory directory) : ActionPage(db, desk)
{
    private IReadOnlyDictionary<StaffId, StaffCard> _people = new Dictionary<StaffId, StaffCard>();

    public ActionLine Line { get; private set; } = null!;

    public Measure? Measure { get; private set; }

    public Element? Element { get; private set; }

    public IReadOnlyList<(Cause Cause, SubjectCard? Card)> Causes { get; private set; } = [];

    public IEnumerable<Slip> Slips => Action.Slips.Where(s => s.At <= Desk.Now);

    public IEnumerable<Word> Words => Action.Words.Where(w => w.At <= Desk.Now).Reverse();

    public bool Works { get; private set; }

    public bool Speaks { get; private set; }

    public bool MayReview { get; private set; }

    protected override Task<bool> IsAllowedAsync() => Task.FromResult(true);

    public async Task OnGetAsync()
    {
        Line = await reader.LineOfAsync(Plan, Action, HttpContext.RequestAborted);
        Measure = await Db.PlanMeasures.AsNoTracking().FirstOrDefaultAsync(m => m.Id == Action.Measure);
        Element = CapabilityModel.Of(Plan.Model).Find(Action.Element);
        Causes = await links.CausesAsync(Action, HttpContext.RequestAborted);
        _people = await directory.CardsAsync(Action.Words.Select(w => w.By).Concat(Action.Givings.SelectMany(g => new[] { g.From, g.To })).Distinct());
        var (isOpen, isRunning) = (!(Plan.ClosedAt <= Desk.Now) && !Line.IsSettled, Plan.AdoptedAt is not null);
        Works = isOpen && await Desk.WorksOnAsync(Plan, Action);
        var side = isRunning && !Line.IsDropped && !(Plan.ClosedAt <= Desk.Now) ? await Desk.SideAsync(Plan, Action) : null;
        (Speaks, MayReview) = (Works && side == Side.Owner, side == Side.Reviewer);
    }

    public string NameOf(StaffId who) => _people.GetValueOrDefault(who)?.Name ?? "A former member of staff";
}
