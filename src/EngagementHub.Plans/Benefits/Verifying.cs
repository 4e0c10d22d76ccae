using EngagementHub.Plans.Measures;

namespace EngagementHub.Plans.Benefits;

/// <summary>Who may verify a benefit, and how two benefits share one measure.</summary>
internal sealed partial class Benefit
{
    /// <summary>Finance verifies what releases cash; whoever answers for the measure verifies the rest. Never the responsible officer.</summary>
    public bool MayVerify(StaffId who, bool isFinance, Measure? measure) =>
        who != Officer && (Class == BenefitClass.CashReleasing ? isFinance : measure is null ? isFinance : measure.Owner == who);

    public void Verify(VerificationForm form, (bool IsFinance, Measure? Measure) known, Act act)
    {
        if (!MayVerify(act.By, known.IsFinance, known.Measure))
        {
            throw new BrokenRuleException(
                act.By == Officer ? "The responsible officer does not verify their own benefit"
                : Class == BenefitClass.CashReleasing || known.Measure is null ? "What releases cash is verified by finance" : "This is verified by whoever answers for its measure");
        }

        if (Class != BenefitClass.Qualitative && known.Measure is null)
        {
            throw new BrokenRuleException("This benefit names no measure, so nothing can be verified. Name one whose baseline was taken before");
        }

        known.Measure?.RefuseWithoutBaseline();
        var rules = new BrokenRules();
        var year = rules.Keep(() => YearOver(form.Year, act.Day));
        var amount = rules.Keep(() => form.Amount is >= 0 ? form.Amount.Value : throw new BrokenRuleException(form.Amount is null ? "Enter what was gained, in millions" : "A gain is not negative. Record a loss as a dis-benefit, with its own line", "Amount"));
        var evidence = rules.Keep(() => Stated.OrRefused(form.Evidence, Stated.Text, "Say where anybody can check it", "Evidence"));
        var because = rules.Keep(() => WhyAgain(form.Because, year));
        rules.Refuse();
        Verifications = [.. Verifications, new(year, amount, evidence, because, act.By, act.At)];
        Raise(new BenefitVerified(Id, FinancialYear.Word(year), amount, evidence, act.By, act.At));
    }

    private static int YearOver(string? typed, DateOnly today)
    {
        var year = FinancialYear.ReadOrRefuse(typed, "Year");
        return today >= FinancialYear.FirstDay(year + 1) ? year
            : throw new BrokenRuleException($"{FinancialYear.Word(year)} ends on {Say.Day(FinancialYear.FirstDay(year + 1).AddDays(-1))}. What it gained is verified when it is over", "Year");
    }

    private string? WhyAgain(string? said, int year)
    {
        var because = Stated.OrEmpty(said, Stated.Text, "Because");
        return because.Length > 0 ? because
            : Verifications.Any(v => v.Year == year) ? throw new BrokenRuleException($"{FinancialYear.Word(year)} is verified already. To correct it, say why", "Because")
            : null;
    }

    /// <summary>The years in which it claims part of what its measure shows: those that were forecast, and those that were verified without a forecast.</summary>
    private IEnumerable<int> Claimed => Profile.Select(y => y.Year).Concat(Verifications.Select(v => v.Year)).Distinct();

    /// <summary>Refuses a second claim on the same movement: the shares of all benefits on one measure in one year make at most 100%.</summary>
    public void RefuseClaimedTwice(IEnumerable<Benefit> others, string field = "Share")
    {
        if (Measure is not { } measure)
        {
            return;
        }

        List<Benefit> rivals = [.. others.Where(o => o.Id != Id && o.Measure == measure)];
        foreach (var year in Claimed)
        {
            var claimed = rivals.Where(o => o.Claimed.Contains(year)).ToList();
            var sum = claimed.Sum(o => o.Share);
            if (sum + Share > 100)
            {
                throw new BrokenRuleException(
                    $"In {FinancialYear.Word(year)} {string.Join(" and ", claimed.Select(o => $"\"{o.Title}\" claims {o.Share}%"))} of what this measure shows. {(sum >= 100 ? "Nothing is left to claim: give part of it back first" : $"At most {100 - sum}% is left")}", field);
            }
        }
    }
}

/// <summary>A verification as typed.</summary>
internal sealed record VerificationForm(string? Year, decimal? Amount, string? Evidence, string? Because = null);
