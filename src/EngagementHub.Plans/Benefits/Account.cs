namespace EngagementHub.Plans.Benefits;

/// <summary>A programme's money, year by year: what was agreed, what is forecast, what is verified. The last two stand beside each other and are never added.</summary>
internal sealed record Account(IReadOnlyList<AccountYear> Years, decimal StaffHours)
{
    /// <summary>The account by what was verified until that instant.</summary>
    public static Account Of(Programme programme, IReadOnlyList<Benefit> benefits, Deflators deflators, DateTimeOffset asOf)
    {
        var agreed = programme.Agreement;
        var years = Enumerable.Range(agreed.FirstYear, agreed.Years).Union(benefits.SelectMany(b => b.Profile.Select(y => y.Year).Concat(b.Verifications.Where(v => v.At <= asOf).Select(v => v.Year)))).Order();
        return new([.. years.Select(year => YearOf(programme, benefits, deflators, (year, asOf)))], benefits.Sum(b => b.Profile.Sum(y => (decimal)y.StaffHours)));
    }

    public AccountYear In(int year) => Years.FirstOrDefault(y => y.Year == year) ?? new AccountYear(year, 0, 0, null, 0, null, 0, 0, null);

    private static AccountYear YearOf(Programme programme, IReadOnlyList<Benefit> benefits, Deflators deflators, (int Year, DateTimeOffset AsOf) of)
    {
        var year = of.Year;
        var money = benefits.Where(b => b.Class is BenefitClass.CashReleasing or BenefitClass.NonCash).ToList();
        var cash = money.Where(b => b.Class == BenefitClass.CashReleasing).ToList();
        var verified = Verified(cash, of);
        return new(
            year, programme.Agreement.TargetIn(year), cash.Sum(b => b.ForecastIn(year, programme.HourlyCost)), verified,
            money.Except(cash).Sum(b => b.ForecastIn(year, programme.HourlyCost)), Verified(money.Except(cash), of),
            -benefits.Where(b => b.IsDisbenefit).Sum(b => b.ForecastIn(year, programme.HourlyCost)), benefits.Sum(b => b.In(year).StaffHours),
            verified is { } amount && deflators.Knows(year) ? deflators.Convert(amount, year, programme.PriceYear) : null);
    }

    // Nothing verified is not the same as nothing gained.
    private static decimal? Verified(IEnumerable<Benefit> benefits, (int Year, DateTimeOffset AsOf) of)
    {
        var amounts = benefits.Select(b => b.VerifiedIn(of.Year, of.AsOf)).OfType<decimal>().ToList();
        return amounts.Count == 0 ? null : amounts.Sum();
    }
}

/// <summary>One year, in millions of its own money; the verified cash also in real terms, where there is a deflator. What nobody has verified yet is nothing, and not 0.</summary>
internal sealed record AccountYear(int Year, decimal Target, decimal CashForecast, decimal? CashVerified, decimal NonCashForecast, decimal? NonCashVerified, decimal Disbenefits, int StaffHours, decimal? CashVerifiedReal);
