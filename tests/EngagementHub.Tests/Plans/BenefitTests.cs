using EngagementHub.Plans.Benefits;
using EngagementHub.Plans.Measures;

namespace EngagementHub.Tests.Plans;

public sealed class BenefitTests
{
    private static readonly DateOnly Today = new(2009, 10, 2);
    private static readonly DateTimeOffset Now = Drafts.By(People.Tom, Today).At;
    private static readonly Measure Queries = Drafts.Begun(Drafts.Adopted().Plan);

    [Fact]
    public void A_forecast_is_the_gain_less_its_risk_less_what_it_costs_less_staff_time()
    {
        var benefit = Benefit.Register(Vfm(), Form(BenefitClass.CashReleasing) with { Risk = 20, Profile = BenefitYear.Read("2008-09: gain 10, up front 1.5, running 0.5, hours 40000") }, (1, Drafts.By(People.Olu, Today)));

        Assert.Equal(8m - 1.5m - 0.5m - 1m, benefit.ForecastIn(2008, hourlyCost: 25));
        Assert.Equal(0m, benefit.ForecastIn(2009, 25));
    }

    [Fact]
    public void A_dis_benefit_counts_in_full_and_against()
    {
        var loss = Benefit.Register(Vfm(), Form(BenefitClass.NonCash) with { IsDisbenefit = true, Risk = 50, Profile = BenefitYear.Read("2008-09: gain 2, hours 40000") }, (1, Drafts.By(People.Olu, Today)));

        Assert.Equal(-3m, loss.ForecastIn(2008, 25));
    }

    [Fact]
    public void Counted_time_is_a_dis_benefit()
    {
        var refused = Assert.Throws<BrokenRuleException>(() => (Form(BenefitClass.NonCash) with { IsCounted = true }).Checked(Vfm()));

        Assert.Equal("IsCounted", refused.Field);
        Assert.True((Form(BenefitClass.NonCash) with { IsCounted = true, IsDisbenefit = true }).Checked(Vfm()).IsCounted);
    }

    [Theory]
    [InlineData("2008-09: gain -4", "below zero")]
    [InlineData("2008-09: gain 4\n2008-09: gain 5", "stands there twice")]
    [InlineData("next year: gain 4", "does not begin with a year")]
    [InlineData("2008-09: profit 4", "is not known")]
    [InlineData("2008-09: gain lots", "is no amount")]
    public void A_profile_that_cannot_be_right_is_refused(string profile, string sentence)
    {
        var refused = Assert.Throws<BrokenRuleException>(() => Benefit.Register(Vfm(), Form(BenefitClass.CashReleasing) with { Profile = BenefitYear.Read(profile) }, (1, Drafts.By(People.Olu, Today))));

        Assert.Equal("Profile", refused.Field);
        Assert.Contains(sentence, refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(-1, "Record a loss as a dis-benefit")]
    [InlineData(0, "claims nothing")]
    public void A_full_year_value_is_above_zero(int value, string sentence)
    {
        var refused = Assert.Throws<BrokenRuleException>(() => (Form(BenefitClass.CashReleasing) with { FullYearValue = value }).Checked(Vfm()));

        Assert.Contains(sentence, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_benefits_on_one_measure_in_one_year_split_it()
    {
        var (first, second) = (Claim(60, "2008-09: gain 1"), Claim(50, "2008-09: gain 1\n2009-10: gain 1"));

        var refused = Assert.Throws<BrokenRuleException>(() => second.RefuseClaimedTwice([first]));

        Assert.Equal(("Share", "In 2008-09 \"Cheaper paper\" claims 60% of what this measure shows. At most 40% is left"), (refused.Field, refused.Message));
        Claim(40, "2008-09: gain 1").RefuseClaimedTwice([first]);
        Claim(100, "2009-10: gain 1").RefuseClaimedTwice([first]);
        Assert.Throws<BrokenRuleException>(() => Claim(1, "2008-09: gain 1").RefuseClaimedTwice([first, Claim(40, "2008-09: gain 1")]));
    }

    [Fact]
    public void A_year_that_was_verified_without_a_forecast_is_claimed_too()
    {
        var (first, second) = (Claim(60, "2008-09: gain 1"), Claim(60, "2009-10: gain 1"));
        second.Verify(new("2008-09", 1, "The accounts"), (true, Queries), Drafts.By(People.Tom, Today));

        Assert.Equal("Year", Assert.Throws<BrokenRuleException>(() => second.RefuseClaimedTwice([first], "Year")).Field);
    }

    [Fact]
    public void A_year_is_verified_when_it_is_over()
    {
        var refused = Assert.Throws<BrokenRuleException>(() => Claim(60, "2009-10: gain 1").Verify(new("2009-10", 1, "The accounts"), (true, Queries), Drafts.By(People.Tom, new(2010, 3, 31))));

        Assert.Equal(("Year", "2009-10 ends on Wednesday 31 March 2010. What it gained is verified when it is over"), (refused.Field, refused.Message));
        Claim(60, "2009-10: gain 1").Verify(new("2009-10", 1, "The accounts"), (true, Queries), Drafts.By(People.Tom, new(2010, 4, 1)));
    }

    [Theory]
    [InlineData("2008-09: gain 1, hours 99999999999")]
    [InlineData("2008-09: gain 79228162514264337593543950335")]
    [InlineData("2008-09: gain 1, gain 2")]
    [InlineData("0000-01: gain 1")]
    [InlineData("9999-00: gain 1")]
    public void What_cannot_be_reckoned_with_is_refused_before_it_is_kept(string profile) =>
        Assert.Equal("Profile", Assert.Throws<BrokenRuleException>(() => BenefitYear.Read(profile)).Field);

    [Fact]
    public void Cash_is_verified_by_finance_the_rest_by_whoever_answers_for_the_measure_and_never_by_the_officer()
    {
        var (cash, rest) = (Claim(50, "2008-09: gain 1"), Register(Form(BenefitClass.NonCash) with { Measure = Queries.Id }));
        var form = new VerificationForm("2008-09", 0.8m, "The accounts");

        Assert.Throws<BrokenRuleException>(() => cash.Verify(form, (IsFinance: false, Queries), Drafts.By(People.Tom, Today)));
        Assert.Throws<BrokenRuleException>(() => cash.Verify(form, (IsFinance: true, Queries), Drafts.By(People.Grace, Today)));
        Assert.Throws<BrokenRuleException>(() => rest.Verify(form, (IsFinance: true, Queries), Drafts.By(People.Tom, Today)));
        cash.Verify(form, (IsFinance: true, Queries), Drafts.By(People.Tom, Today));
        rest.Verify(form, (IsFinance: false, Queries), Drafts.By(People.Sid, Today));

        Assert.Equal((0.8m, 0.8m), (cash.VerifiedIn(2008, Now), rest.VerifiedIn(2008, Now)));
    }

    [Fact]
    public void No_baseline_no_claim()
    {
        var plan = Drafts.Adopted().Plan;
        var form = new VerificationForm("2008-09", 1, "The accounts");

        Assert.Contains("names no measure", Assert.Throws<BrokenRuleException>(() => Register(Form(BenefitClass.CashReleasing)).Verify(form, (true, null), Drafts.By(People.Tom, Today))).Message, StringComparison.Ordinal);
        Assert.Contains("has no baseline yet", Assert.Throws<BrokenRuleException>(() => Claim(50, "2008-09: gain 1").Verify(form, (true, Drafts.Measure(plan)), Drafts.By(People.Tom, Today))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_verified_year_is_corrected_with_a_reason_and_what_was_said_stays()
    {
        var benefit = Claim(50, "2008-09: gain 1");
        benefit.Verify(new("2008-09", 0.8m, "The accounts"), (true, Queries), Drafts.By(People.Tom, Today));

        Assert.Equal("Because", Assert.Throws<BrokenRuleException>(() => benefit.Verify(new("2008-09", 0.7m, "The accounts"), (true, Queries), Drafts.By(People.Tom, Today))).Field);
        Assert.Contains("Amount", Assert.Throws<BrokenRuleException>(() => benefit.Verify(new("2009-10", -1, "The accounts"), (true, Queries), Drafts.By(People.Tom, Today))).All.Select(b => b.Field));
        benefit.Verify(new("2008-09", 0.7m, "The accounts", "One force was counted twice"), (true, Queries), Drafts.By(People.Tom, Today));

        Assert.Equal([0.8m, 0.7m], benefit.Verifications.Select(v => v.Amount));
        Assert.Equal(0.7m, benefit.VerifiedIn(2008, Now));
    }

    [Fact]
    public void Forecast_and_verified_stand_beside_each_other_and_are_never_added()
    {
        var (programme, cash) = (Vfm(), Claim(50, "2008-09: gain 10"));
        cash.Verify(new("2008-09", 4, "The accounts"), (true, Queries), Drafts.By(People.Tom, Today));
        var described = Register(Form(BenefitClass.Qualitative) with { Profile = BenefitYear.Read("2008-09: gain 99") });

        var year = Account.Of(programme, [cash, described], Deflators.Load(null), Now).In(2008);

        Assert.Equal((10m, 4m, 0m), (year.CashForecast, year.CashVerified, year.NonCashForecast));
        Assert.InRange(year.CashVerifiedReal!.Value, 3.8m, 3.999m);
    }

    [Fact]
    public void What_is_verified_later_was_not_known_before_and_nothing_verified_is_not_nothing_gained()
    {
        var (programme, cash) = (Vfm(), Claim(50, "2008-09: gain 10"));
        cash.Verify(new("2008-09", 4, "The accounts"), (true, Queries), Drafts.By(People.Tom, Today));

        var before = Account.Of(programme, [cash], Deflators.Load(null), Now.AddMinutes(-1)).In(2008);

        Assert.Equal((null, null, 10m), (before.CashVerified, before.CashVerifiedReal, before.CashForecast));
        Assert.Equal("not yet", BenefitWords.Verified(before.CashVerified));
        Assert.Equal(4m, Account.Of(programme, [cash], Deflators.Load(null), Now).In(2008).CashVerified);
    }

    [Fact]
    public void A_board_is_told_of_a_quarter_that_is_over_once_and_then_by_revision()
    {
        var programme = Vfm();
        var account = Account.Of(programme, [], Deflators.Load(null), Now);
        var form = new UpdateForm("2009-10", 2, "As agreed", "All reached", "None");

        Assert.Equal("Quarter", Assert.Throws<BrokenRuleException>(() => programme.Report(form with { Quarter = 3 }, account, Drafts.By(People.Olu, Today))).Field);
        programme.Report(form, account, Drafts.By(People.Olu, Today));
        Assert.Equal("Because", Assert.Throws<BrokenRuleException>(() => programme.Report(form, account, Drafts.By(People.Olu, Today))).Field);
        programme.Report(form with { Because = "A force was missing" }, account, Drafts.By(People.Olu, Today));

        Assert.Equal([0, 1], programme.Updates.Select(u => u.Revision));
    }

    private static Benefit Claim(int share, string profile) => Register(Form(BenefitClass.CashReleasing) with { Measure = Queries.Id, Share = share, Profile = BenefitYear.Read(profile) });

    private static Benefit Register(BenefitForm form) => Benefit.Register(Vfm(), form, (1, Drafts.By(People.Olu, Today)));

    private static BenefitForm Form(BenefitClass kind) => new("Cheaper paper", "Procurement", kind, "One contract", People.Grace) { Activities = "Let the contract", TargetImprovement = "A tenth less" };

    private static Programme Vfm() => Programme.Begin(
        new("vfm", "Value for money", "3% a year", People.Olu, new Agreement(15246, 3, 2008, 3, [new("Police", 80), new("Department", 20)]), 25, 2007), Deflators.Load(null), Drafts.By(People.Olu, new(2007, 10, 9)));
}
