using EngagementHub.Core.Ui;
using EngagementHub.ServiceLevels.Signing;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.ServiceLevels.Pages.ServiceLevels.Months;

internal sealed class SignModel(HubDb db, Published published, MonthReader months, DriftReader drifts, ICurrentStaff current, TimeProvider clock) : MonthPageModel(db, published, months)
{
    private readonly HubDb _db = db;

    [BindProperty]
    public string? Sentence { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    /// <summary>What was looked at before it was signed.</summary>
    [BindProperty]
    public string? Seen { get; set; }

    public MonthInHand Now { get; private set; } = null!;

    public Obstacle? Obstacle { get; private set; }

    public Drift? Drift { get; private set; }

    protected override async Task<bool> LetsAsync()
    {
        if (Service.Owner is null || Service.Owner != current.IdOrNone)
        {
            return false;
        }

        Now = await NowAsync();
        Obstacle = Now.Obstacle(clock.GetUtcNow());
        Drift = Signed is null ? null : await drifts.ReadAsync(Signed, Now, HttpContext.RequestAborted);
        return true;
    }

    public void OnGet() => Sentence = Signed?.Sentence;

    public async Task<IActionResult> OnPostAsync()
    {
        if (Seen != Now.Mark)
        {
            throw new BrokenRuleException("The figures have changed since you opened this page: look at them again, then sign", nameof(Sentence));
        }

        var signature = Signature.Of((await current.CardAsync())!, clock.GetUtcNow());
        var signed = SignedMonth.Sign(Now, new Words(Sentence ?? "", Reason ?? ""), Signed, signature);
        _db.SignedMonths.Add(signed);
        await SaveAsync();
        this.Notify($"{Say.Month(Month)} is signed ({signed.Name}). Everyone sees it with your name and your sentence. No later correction changes it; to correct it, sign again with a reason.");
        return Redirect(Here);
    }

    private async Task SaveAsync()
    {
        try
        {
            await _db.SaveChangesAsync();
        }
        catch (DbUpdateException overtaken) when (Duplicates.Caused(overtaken))
        {
            throw new BrokenRuleException("The month was signed a moment ago in another window: look at it, then sign again if something is wrong");
        }
    }
}
