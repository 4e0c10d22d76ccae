using EngagementHub.Core.Ui;
using EngagementHub.ServiceLevels.Figures;
using EngagementHub.ServiceLevels.Levels;
using EngagementHub.ServiceLevels.Pages.ServiceLevels.Months;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace EngagementHub.ServiceLevels.Pages.ServiceLevels;

/// <summary>A service level as the page shows it: the report, when it is looked at, and by whom.</summary>
internal sealed record LevelView(LevelReport Report, DateTimeOffset Now, bool MaySeeTickets, bool MayDefine)
{
    private const int MostDays = 20;

    /// <summary>The first days of the steps whose way of counting somebody counter-signed.</summary>
    public IReadOnlyList<DateOnly> Agreed { get; init; } = [];

    public bool IsAgreed => Agreed.Contains(Report.StepAt(Now).From);

    public bool HasChart => Report.Level.Measure.IsPercentage() && Report.Months.Any(month => month.N > 0);

    public ChartData Chart => new(ChartTitle, Seen, Report.Level.Measure == Measure.ShareCorrect ? "Correct" : "In time",
        [.. Report.Months.Select(Point)],
        [.. Report.Level.Steps.Select(step => new ChartTarget(step.From, step.Target, step.Promise(Report.Level.Measure)))]);

    /// <summary>How long what is done took, where the promise is in working days.</summary>
    public BarsData? Durations => Report.Level.Measure is Measure.WithinWorkingDays or Measure.AverageWorkingDays or Measure.MedianWorkingDays && Report.Whole.Spread.Count > 0
        ? new BarsData($"{Report.Level.Name}: working days from receipt to completion", $"{Say.Count(Report.Whole.Spread.Count, "ticket")} done, {Report.AsOfInWords}", "working days", "tickets", [.. Bars()]) { Limit = Promise }
        : null;

    /// <summary>How old what is still open is.</summary>
    public BarsData Ages => new($"{Report.Level.Name}: age of what is open", $"{Report.BacklogInWords}, {Report.AsOfInWords}", "working days since receipt", "open tickets",
        [.. Report.Backlog.Bands.Select(band => new Bar(band.Label, band.Count, Report.Level.Measure == Measure.WithinWorkingDays && band.From > Within, Tickets(null, $"age-{band.From}")))])
    {
        Limit = Report.Level.Measure == Measure.WithinWorkingDays && Report.Backlog.Bands.Any(band => band.From > Within) ? Promise : null,
    };

    private int Within => Report.Level.Measure.IsTypicalTime() ? (int)Math.Floor(Report.StepAt(Now).Target) : Report.StepAt(Now).Within;

    private string Promise => Report.Level.Measure.IsTypicalTime() ? $"Promised: {Report.StepAt(Now).Promise(Report.Level.Measure)}" : $"Promised: within {Say.Count(Within, "working day")}";

    private string Seen => $"{Report.Service.Name}, {Report.Level.Name.ToLowerInvariant()}, {Report.AsOfInWords}";

    private string ChartTitle => Report.Latest is { Value: not null } month
        ? $"{month.ValueInWords} in {Say.Month(month.Month)}, {month.Step.Promise(month.Measure)} promised"
        : $"{Report.Level.Name} by month";

    /// <summary>A number with a link to the rows behind it, for those who may see them; for others the number alone. Heard alone, in a list of a page's links, it says which.</summary>
    public IHtmlContent Rows(string? month, string? group, string text) =>
        Link(Tickets(month, group), text, $": {Report.Level.Name}{(month is null ? "" : $", {month}")}{(group is null ? "" : $", {group.Replace('-', ' ')}")}");

    private static TagBuilder Link(string? href, string text, string heard)
    {
        var link = new TagBuilder(href is null ? "span" : "a");
        link.InnerHtml.Append(text);
        if (href is not null)
        {
            link.Attributes["aria-label"] = text + heard;
            link.AddCssClass("govuk-link");
            link.Attributes["href"] = href;
        }

        return link;
    }

    public string? Tickets(string? month, string? group) => MaySeeTickets && Report.HasTickets ? Report.TicketsUrl(month, group) : null;

    private ChartPoint Point(MonthFigure month) => new(month.Month, month.Value is { } value ? Math.Floor(value * 10) / 10 : null, month.N,
        MaySeeTickets && Report.HasTickets ? Report.TicketsUrl(month.Month.ToString("yyyy-MM", Say.English)) : null, month.Verdict == Verdict.TooFewToSay)
    {
        Mark = SignedWords.Mark(month),
    };

    // Every day up to twice the promise has a bar of its own; the rest is one.
    private IEnumerable<Bar> Bars()
    {
        var upTo = Math.Clamp(Within * 2, 5, MostDays);
        var counts = Report.Whole.Spread.Counts.GroupBy(some => Math.Min(some.Length, upTo + 1)).ToDictionary(group => group.Key, group => (int)group.Sum(some => some.Count));
        return Enumerable.Range(0, upTo + 2).Select(days => new Bar(days > upTo ? $"more than {upTo}" : $"{days}", counts.GetValueOrDefault(days), days > Within));
    }
}
