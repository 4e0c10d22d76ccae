using EngagementHub.Plans.Benefits;
using EngagementHub.Plans.Measures;
using Microsoft.AspNetCore.Mvc;

namespace EngagementHub.Plans.Pages.Benefits;

internal sealed class BenefitModel(HubDb db, PlansDesk desk, ProgrammeReader reader, IStaffDirectory directory, CountedTime time) : ProgrammePage(db, desk, reader)
{
    private IReadOnlyDictionary<StaffId, StaffCard> _verifiers = new Dictionary<StaffId, StaffCard>();

    [BindProperty(SupportsGet = true)]
    public int Number { get; set; }

    public Benefit Benefit { get; private set; } = null!;

    public Measure? Measure { get; private set; }

    public bool MayVerify { get; private set; }

    /// <summary>What the hub counted of staff time, where the benefit is that.</summary>
    public IReadOnlyList<CountedYear> Counted { get; private set; } = [];

    /// <summary>Those known by now.</summary>
    public IReadOnlyList<Verification> Verifications => [.. Benefit.Verifications.Where(v => v.At <= View.AsOf)];

    protected override Task<bool> IsAllowedAsync() => Task.FromResult(true);

    protected override Task<bool> FindMoreAsync()
    {
        if (View.Benefits.FirstOrDefault(b => b.Number == Number) is not { } benefit)
        {
            return Task.FromResult(false);
        }

        (Benefit, Measure) = (benefit, benefit.Measure is { } measure ? View.Measures.GetValueOrDefault(measure) : null);
        return Task.FromResult(true);
    }

    public async Task OnGetAsync()
    {
        Counted = Benefit.IsCounted ? await time.ReadAsync(Programme, Benefit, HttpContext.RequestAborted) : [];
        _verifiers = await directory.CardsAsync(Verifications.Select(v => v.By).Distinct());
        MayVerify = User.Identity?.IsAuthenticated == true && Benefit.MayVerify(Desk.Me, await Desk.IsFinanceAsync(), Measure);
    }

    public string NameOf(StaffId who) => _verifiers.GetValueOrDefault(who)?.Name ?? "A former member of staff";
}
