using System.Globalization;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace EngagementHub.Core.Ui;

internal static class ChartTable
{
    public static TagBuilder Of(ChartData data, string captionId)
    {
        var hasTargets = data.Targets.Count > 0;

        return Tag.Of("table", "govuk-table", "hub-table").Holding(
            Tag.Of("caption", "govuk-table__caption", "govuk-visually-hidden").With("id", captionId).Saying($"{data.Title}: figures by month"),
            Tag.Of("thead").Holding(Tag.Of("tr").Holding(
                Column("Month"),
                Column(Capital(data.Measure), "hub-number"),
                Column("Out of", "hub-number"),
                hasTargets ? Column("Target") : null)),
            Tag.Of("tbody").Holding([.. data.Points.Select(point => Row((point, data.Title), data.TargetIn(point.Month), hasTargets))]));
    }

    public static TagBuilder Of(BarsData data, string captionId) =>
        Tag.Of("table", "govuk-table", "hub-table").Holding(
            Tag.Of("caption", "govuk-table__caption", "govuk-visually-hidden").With("id", captionId).Saying($"{data.Title}: the figures"),
            Tag.Of("thead").Holding(Tag.Of("tr").Holding(Column(Capital(data.By)), Column(Capital(data.Counted), "hub-number"), data.Limit is null ? null : Column("Promise"))),
            Tag.Of("tbody").Holding([.. data.Bars.Select(bar => Tag.Of("tr").Holding(
                Tag.Of("th").With("scope", "row").Saying(bar.Label),
                Tag.Of("td", "hub-number").Holding(Count(bar, data.Title)),
                data.Limit is null ? null : Tag.Of("td").Saying(bar.Beyond ? "Beyond it" : "Within it")))]));

    private static TagBuilder Count(Bar bar, string title)
    {
        var text = bar.Count.ToString("N0", CultureInfo.InvariantCulture);
        return bar.Url is null || bar.Count == 0 ? Tag.Of("span").Saying(text) : Tag.Of("a", "govuk-link").With("href", bar.Url).Saying(text)
            .Holding(Tag.Of("span", "govuk-visually-hidden").Saying($": {bar.Label}, {title}"));
    }

    private static TagBuilder Column(string text, string? @class = null) => Tag.Of("th", @class).With("scope", "col").Saying(text);

    private static TagBuilder Row((ChartPoint Point, string Title) of, ChartTarget? target, bool hasTargets) => Tag.Of("tr").Holding(
        Tag.Of("th").With("scope", "row").Saying(MonthOf(of.Point)),
        Tag.Of("td", "hub-number").Holding(Share(of.Point, of.Title)),
        Tag.Of("td", "hub-number").Saying(of.Point.Of.ToString("N0", CultureInfo.InvariantCulture)),
        hasTargets ? Tag.Of("td").Saying(target?.Text ?? "None") : null);

    private static TagBuilder Share(ChartPoint point, string title)
    {
        var text = point.Percent is { } share ? string.Create(CultureInfo.InvariantCulture, $"{share:0.#}%{(point.Mark.Length > 0 ? $" [{point.Mark}]" : "")}{(point.Few ? " (too few to say)" : "")}") : "No data";

        return point.Url is null ? Tag.Of("span").Saying(text) : Tag.Of("a", "govuk-link").With("href", point.Url).Saying(text)
            .Holding(Tag.Of("span", "govuk-visually-hidden").Saying($" in {MonthOf(point)}, {title}"));
    }

    private static string MonthOf(ChartPoint point) => point.Month.ToString("MMMM yyyy", CultureInfo.InvariantCulture);

    private static string Capital(string words) => string.Concat(words[..1].ToUpperInvariant(), words[1..]);
}
