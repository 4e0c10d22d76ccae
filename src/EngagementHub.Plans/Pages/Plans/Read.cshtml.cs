using EngagementHub.Plans.Model;
using EngagementHub.Plans.Plans;
using EngagementHub.Plans.Reviews;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.Plans.Pages.Plans;

internal sealed class ReadModel(HubDb db, PlansDesk desk, PlanReader reader, IStaffDirectory directory) : PlanPage(db, desk)
{
    public PlanView View { get; private set; } = null!;

    public IReadOnlyList<Review> Reviews { get; private set; } = [];

    public IReadOnlyDictionary<StaffId, StaffCard> Reviewers { get; private set; } = new Dictionary<StaffId, StaffCard>();

    public bool Runs { get; private set; }

    public bool MayAssess { get; private set; }

    public DateOnly? NextReview { get; private set; }

    public DateOnly Today => Desk.Today;

    protected override Task<bool> IsAllowedAsync() => Task.FromResult(true);

    public async Task OnGetAsync()
    {
        var now = Desk.Now;
        View = await reader.ReadAsync(Plan, HttpContext.RequestAborted);
        Reviews = await Db.PlanReviews.AsNoTracking().Where(r => r.Plan == Plan.Id && r.At <= now).OrderByDescending(r => r.At).ToListAsync();
        Reviewers = await directory.CardsAsync(Reviews.Select(r => r.By).Concat(Plan.Revisions.Select(r => r.By)).Distinct());
        NextReview = Review.NextDue(Plan, Reviews);
        Runs = await Desk.RunsAsync(Plan);
        MayAssess = Plan.AdoptedAt is not null && !View.IsClosed && await Desk.MayReviewAsync() && Desk.Me != Plan.Owner;
    }

    /// <summary>The element of the model that the plan was written by; a code alone says nothing to its readers.</summary>
    public Element? ElementOf(PlannedAction action) => CapabilityModel.Of(Plan.Model).Find(action.Element);

    public string NameOf(StaffId who) => Reviewers.GetValueOrDefault(who)?.Name ?? "A former member of staff";
}
