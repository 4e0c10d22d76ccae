using EngagementHub.Plans.Benefits;
using EngagementHub.Plans.Measures;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.Plans.Pages.Benefits;

internal sealed class VerifyModel(HubDb db, PlansDesk desk, ProgrammeReader reader) : ProgrammePage(db, desk, reader)
{
    private Measure? _measure;

    [BindProperty(SupportsGet = true)]
    public int Number { get; set; }

    [BindProperty]
    public string? Year { get; set; }

    [BindProperty]
    public string? Amount { get; set; }

    [BindProperty]
    public string? Evidence { get; set; }

    [BindProperty]
    public string? Because { get; set; }

    public Benefit Benefit { get; private set; } = null!;

    protected override async Task<bool> IsAllowedAsync() => Benefit.MayVerify(Desk.Me, await Desk.IsFinanceAsync(), _measure);

    public async Task<IActionResult> OnPostAsync()
    {
        var (rules, isFinance) = (new BrokenRules(), await Desk.IsFinanceAsync());
        var form = new VerificationForm(Year, rules.Keep(() => Typed.Number(Amount, nameof(Amount))), Evidence, Because);
        rules.Look(() => Benefit.Verify(form, (isFinance, _measure), Desk.Act));
        rules.Refuse();
        Benefit.RefuseClaimedTwice(await Db.Benefits.AsNoTracking().Where(b => b.Measure == Benefit.Measure && b.Id != Benefit.Id).ToListAsync(), nameof(Year));
        return await SaveAsync("It is verified, and counts from now on.", $"{Here}/{Number}");
    }

    protected override async Task<bool> FindMoreAsync()
    {
        if (await Db.Benefits.FirstOrDefaultAsync(b => b.Programme == Programme.Id && b.Number == Number) is not { } benefit)
        {
            return false;
        }

        (Benefit, _measure) = (benefit, benefit.Measure is { } measure ? View.Measures.GetValueOrDefault(measure) : null);
        return true;
    }
}
