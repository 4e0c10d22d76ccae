using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace EngagementHub.Core.Ui;

/// <summary>Readings against the planned way; the same figures stand in a table, which is all there is without script.</summary>
[HtmlTargetElement("hub-trajectory", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class HubTrajectoryTagHelper : TagHelper
{
    /// <summary>What is drawn.</summary>
    public required TrajectoryData Data { get; set; }

    /// <summary>The view being rendered.</summary>
    [HtmlAttributeNotBound, ViewContext]
    public ViewContext ViewContext { get; set; } = null!;

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output) =>
        ChartFigure.Fill(output, ViewContext.HttpContext, "trajectory", Data.Title, Data.Description, JsonSerializer.Serialize(Data, JsonSerializerOptions.Web), false, Table);

    private TagBuilder Table(string captionId) => Tag.Of("table", "govuk-table", "hub-table").Holding(
        Tag.Of("caption", "govuk-table__caption", "govuk-visually-hidden").With("id", captionId).Saying($"{Data.Title}: the figures"),
        Tag.Of("thead").Holding(Tag.Of("tr").Holding(Column("Day"), Column("Read", "hub-number"), Column("Planned", "hub-number"), Column("Where it can be checked"))),
        Tag.Of("tbody").Holding(
        [
            Row(Data.Plan[0].Day, null, Data.Plan[0].Value, "The baseline"),
            .. Data.Readings.Select(reading => Row(reading.Day, reading.Value, reading.Planned, reading.Words)),
            Row(Data.Plan[^1].Day, null, Data.Plan[^1].Value, "The target"),
        ]));

    private TagBuilder Row(DateOnly day, decimal? read, decimal planned, string words) => Tag.Of("tr").Holding(
        Tag.Of("th").With("scope", "row").Saying(day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture)),
        Tag.Of("td", "hub-number").Saying(read is { } value ? Number(value) : "–"),
        Tag.Of("td", "hub-number").Saying(Number(planned)),
        Tag.Of("td").Saying(words));

    private string Number(decimal value) => value.ToString("#,0.##", CultureInfo.InvariantCulture) + (Data.Unit == "%" ? "%" : "");

    private static TagBuilder Column(string text, string? @class = null) => Tag.Of("th", @class).With("scope", "col").Saying(text);
}
