namespace EngagementHub.Plans.Benefits;

/// <summary>A programme's money, year by year: what was agreed, what is forecast, what is verified. The last two stand beside each other and are never added.</summary>
internal sealed record Account(IReadOnlyList<AccountYear> Years, decimal StaffHours)
{
    public static Account Of(Programme programme, IReadOnlyList<Benefit> benefits, Deflators deflators)
    {
        var agreed = programme.Agreement;
        var years = Enumerable.Range(agreed.FirstYear, agreed.Years).Union(benefits.SelectMany(b => b.Profile.Select(y => y.Year).Concat(b.Verifications.Select(v => v.Year)))).Order();
        return new([.. years.Select(year => YearOf(programme, benefits, deflators, year))], benefits.Sum(b => b.Profile.Sum(y => (decimal)y.StaffHours)));
    }

    public AccountYear In(int year) => Years.FirstOrDefault(y => y.Year == year) ?? new AccountYear(year, 0, 0, 0, 0, 0, 0, 0, null);

    private static AccountYear YearOf(Programme programme, IReadOnlyList<Benefit> benefits, Deflators deflators, int year)
    {
        var money = benefits.Where(b => b.Class is BenefitClass.CashReleasing or BenefitClass.NonCash).ToList();
        var cash = money.Where(b => b.Class == BenefitClass.CashReleasing).ToList();
        var verified = cash.Sum(b => b.VerifiedIn(year) ?? 0);
        return new(
            year, programme.Agreement.TargetIn(year), cash.Sum(b => b.ForecastIn(year, programme.HourlyCost)), verified,
            money.Except(cash).Sum(b => b.ForecastIn(year, programme.HourlyCost)), money.Except(cash).Sum(b => b.VerifiedIn(year) ?? 0),
            -benefits.Where(b => b.IsDisbenefit).Sum(b => b.ForecastIn(year, programme.HourlyCost)), benefits.Sum(b => b.In(year).StaffHours),
            deflators.Knows(year) ? deflators.Convert(verified, year, programme.PriceYear) : null);
    }
}

/// <summary>One year, in millions of its own money; the verified cash also in real terms, where there is a deflator.</summary>
internal sealed record AccountYear(int Year, decimal Target, decimal CashForecast, decimal CashVerified, decimal NonCashForecast, decimal NonCashVerified, decimal Disbenefits, int StaffHours, decimal? CashVerifiedReal);
