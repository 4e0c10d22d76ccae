using EngagementHub.ServiceLevels.Figures;
using EngagementHub.ServiceLevels.Signing;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.ServiceLevels;

/// <summary>
/// <c>{ "name": "SignedMonths", "Methods": [{ "Service": "new-account", "Level": "delivered", "Step": "2007-01-01", "By": "hr-service-manager", "At": "2007-01-10T10:00:00Z" }],
/// "Months": [{ "Service": "new-account", "Level": "delivered", "Month": "2007-01", "By": "it-service-manager", "At": "2007-02-05T10:00:00Z", "Sentence": "…", "Reason": "…" }] }</c>.
/// A month is signed from what was known at that instant, under the rules of the signing page. Of one month, a later entry is the next revision. Applied again it changes nothing.
/// </summary>
internal sealed class SignedMonthsRecipeStep(HubDb db, IStaffDirectory staff, Scoreboard scoreboard, MonthReader months) : IRecipeStep
{
    public string Name => "SignedMonths";

    public async Task ApplyAsync(RecipeStep step, CancellationToken cancellation)
    {
        foreach (var item in step.Body.ItemsOf("Methods"))
        {
            await TryAsync(item, () => AgreeAsync(item, cancellation));
        }

        foreach (var item in step.Body.ItemsOf("Months"))
        {
            await TryAsync(item, () => SignAsync(item, cancellation));
        }
    }

    private async Task AgreeAsync(RecipeNode item, CancellationToken cancellation)
    {
        var report = await ReportAsync(item, cancellation);
        var day = item["Step"].Day();
        if (await db.MethodSignatures.AnyAsync(known => known.LevelId == report.Level.Id && known.From == day, cancellation))
        {
            return;
        }

        var rules = (await months.MethodsAsync(report.Level, cancellation)).FirstOrDefault(rules => rules.From == day) ?? throw item["Step"].Refuse("no step starts on that day");
        db.MethodSignatures.Add(MethodSignature.Sign(report.Service, report.Level, rules, await SignatureAsync(item, cancellation)));
    }

    private async Task SignAsync(RecipeNode item, CancellationToken cancellation)
    {
        var (report, month) = (await ReportAsync(item, cancellation), MonthOf(item["Month"]));
        var signature = await SignatureAsync(item, cancellation);
        var earlier = await db.SignedMonths.Where(known => known.LevelId == report.Level.Id && known.Month == month).OrderBy(known => known.Revision).ToListAsync(cancellation);
        if (earlier.Exists(known => known.At >= signature.At))
        {
            return;
        }

        var then = await scoreboard.AsOfAsync(report, signature.At, cancellation);
        var words = new Words(item["Sentence"].Text(), item.TextOr("Reason", ""));
        db.SignedMonths.Add(SignedMonth.Sign(await months.ReadAsync(then, month, cancellation), words, earlier.LastOrDefault(), signature));
        await db.SaveChangesAsync(cancellation);
    }

    private async Task<LevelReport> ReportAsync(RecipeNode item, CancellationToken cancellation)
    {
        var (slug, level) = (item["Service"].Text(), item["Level"].Text());
        var service = await db.Services.AsNoTracking().FirstOrDefaultAsync(known => known.Slug == slug, cancellation) ?? throw item["Service"].Refuse($"there is no service '{slug}'; put a Services step before this one");
        return (await scoreboard.OfAsync(service, cancellation)).FirstOrDefault(report => report.Level.Slug == level) ?? throw item["Level"].Refuse($"the service '{slug}' has no service level '{level}'");
    }

    private async Task<Signature> SignatureAsync(RecipeNode item, CancellationToken cancellation) =>
        Signature.Of(await staff.FindByUserNameAsync(item["By"].Text(), cancellation) ?? throw item["By"].Refuse($"there is nobody with the user name '{item["By"].Text()}'"), item["At"].Instant());

    private static async Task TryAsync(RecipeNode item, Func<Task> apply)
    {
        try
        {
            await apply();
        }
        catch (BrokenRuleException broken)
        {
            throw item.Refuse(broken.Message);
        }
    }

    private static DateOnly MonthOf(RecipeNode node) =>
        DateOnly.TryParseExact($"{node.Text()}-01", "yyyy-MM-dd", out var month) ? month : throw node.Refuse($"'{node.Text()}' is not a month; write it as 2007-04");
}
