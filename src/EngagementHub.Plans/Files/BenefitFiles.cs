using System.Text;
using EngagementHub.Core.Text;
using EngagementHub.Plans.Benefits;
using Microsoft.AspNetCore.Http;

namespace EngagementHub.Plans.Files;

/// <summary>The register of benefits as data that can leave: forecast and verified in columns of their own.</summary>
internal static class BenefitFiles
{
    private static readonly string[] Columns = ["programme", "number", "project", "part", "benefit", "category", "class", "dis-benefit", "description", "service feature", "costs", "activities", "responsible officer", "measure", "share of measure %",
        "target improvement", "full-year value £m", "risk %", "year", "gain £m", "up-front cost £m", "running cost £m", "staff hours", "forecast net £m", "verified £m", "verified in the money of"];

    public static async Task<IResult> CsvAsync(ProgrammeReader reader, string? programme, CancellationToken cancellation)
    {
        var text = new StringBuilder(CsvCell.Line([.. Columns]));
        foreach (var view in await reader.AllAsync(programme, cancellation))
        {
            text.AppendJoin("", view.Benefits.SelectMany(b => YearsOf(b, view.AsOf).Select(year => CsvCell.Line(Row(view, b, year)))));
        }

        return Results.Text(text.ToString(), "text/csv", Encoding.UTF8);
    }

    public static async Task<IResult> JsonAsync(ProgrammeReader reader, string? programme, CancellationToken cancellation) =>
        Results.Json((await reader.AllAsync(programme, cancellation)).Select(view => new
        {
            view.Programme.Slug,
            view.Programme.Title,
            view.Programme.Agreement,
            Years = view.Account.Years.Select(y => new { Year = FinancialYear.Word(y.Year), y.Target, y.CashForecast, y.CashVerified, y.NonCashForecast, y.NonCashVerified, y.Disbenefits, y.StaffHours, y.CashVerifiedReal, PriceYear = FinancialYear.Word(view.Programme.PriceYear) }),
            Benefits = view.Benefits.Select(b => new
            {
                b.Number,
                b.Title,
                b.Project,
                b.Part,
                b.Category,
                Class = b.Class.Word(),
                b.IsDisbenefit,
                b.Description,
                b.Feature,
                b.Costs,
                b.Activities,
                Officer = view.NameOf(b.Officer),
                b.Measure,
                b.Share,
                b.TargetImprovement,
                b.FullYearValue,
                b.Risk,
                Profile = b.Profile.Select(y => new { Year = FinancialYear.Word(y.Year), y.Gain, y.UpFront, y.Running, y.StaffHours, ForecastNet = b.ForecastIn(y.Year, view.Programme.HourlyCost) }),
                Verified = b.Verifications.Where(v => v.At <= view.AsOf).Select(v => new { Year = FinancialYear.Word(v.Year), v.Amount, v.Evidence, v.Because, v.At }),
            }),
            Updates = view.Updates.Select(u => new { Quarter = FinancialYear.QuarterWord(u.Year, u.Quarter), u.Revision, u.Performance, u.Milestones, u.Risks, u.Because, u.Figures, u.At }),
        }));

    private static IEnumerable<int> YearsOf(Benefit benefit, DateTimeOffset asOf) => benefit.Profile.Select(y => y.Year).Union(benefit.Verifications.Where(v => v.At <= asOf).Select(v => v.Year)).DefaultIfEmpty(0).Order();

    private static IEnumerable<object?> Row(ProgrammeView view, Benefit b, int year)
    {
        var of = b.In(year);
        return
        [
            view.Programme.Title, b.Number, b.Project, b.Part, b.Title, b.Category, b.Class.Word(), b.IsDisbenefit, b.Description, b.Feature, b.Costs, b.Activities, view.NameOf(b.Officer), b.Measure is { } m ? view.Measures.GetValueOrDefault(m)?.Name : null, b.Share,
            b.TargetImprovement, b.FullYearValue, b.Risk, year == 0 ? null : FinancialYear.Word(year), of.Gain, of.UpFront, of.Running, of.StaffHours, year == 0 ? null : b.ForecastIn(year, view.Programme.HourlyCost), b.VerifiedIn(year, view.AsOf), year == 0 ? null : FinancialYear.Word(year),
        ];
    }
}
