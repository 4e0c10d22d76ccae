using System.Text.Json;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace EngagementHub.Core.Ui;

/// <summary>A line by month with its promise; the same figures stand in a table, which is all there is without script.</summary>
[HtmlTargetElement("hub-chart", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class HubChartTagHelper : TagHelper
{
    private const string Kind = "chart";

    /// <summary>What is drawn.</summary>
    public required ChartData Data { get; set; }

    /// <summary>Whether the table is shown from the start.</summary>
    public bool TableOpen { get; set; }

    /// <summary>The view being rendered.</summary>
    [HtmlAttributeNotBound, ViewContext]
    public ViewContext ViewContext { get; set; } = null!;

    /// <summary>Whether the page being rendered has a chart, so that the layout loads the script that draws it.</summary>
    /// <param name="http">The request.</param>
    public static bool IsOn(HttpContext http)
    {
        ArgumentNullException.ThrowIfNull(http);
        return http.Items.ContainsKey($"Hub.Ids.{Kind}");
    }

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var id = PageIds.Next(ViewContext.HttpContext, Kind);
        output.TagName = "figure";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "hub-chart");
        output.Attributes.SetAttribute("data-hub-chart", "");
        output.Attributes.SetAttribute("aria-labelledby", id);
        output.Content.AppendAll(
            Tag.Of("figcaption", "hub-chart__caption").With("id", id).Holding(
                Tag.Of("strong", "hub-chart__title").Saying(Data.Title),
                Tag.Of("span", "hub-chart__description").Saying(Data.Description)),
            Tag.Of("div", "hub-chart__picture").With("aria-hidden", "true"),
            Json(),
            Table(id));
    }

    // Data, not a program: the policy on scripts does not reach it, and the writer escapes every angle bracket.
    private TagBuilder Json() => Tag.Of("script").With("type", "application/json")
        .Holding(new HtmlString(JsonSerializer.Serialize(Data, JsonSerializerOptions.Web)));

    private TagBuilder Table(string id) => Tag.Of("details", "govuk-details").When(TableOpen, "open").Holding(
        Tag.Of("summary", "govuk-details__summary").Holding(Tag.Of("span", "govuk-details__summary-text").Saying("The same figures as a table")),
        Tag.Of("div", "hub-scroll").With("role", "region").With("aria-labelledby", $"{id}-table").With("tabindex", "0").Holding(ChartTable.Of(Data, $"{id}-table")));
}
