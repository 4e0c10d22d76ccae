using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace EngagementHub.Core.Ui;

/// <summary>The frame of every chart: what it says, the place where script draws it, its data, and its table.</summary>
internal static class ChartFigure
{
    private const string Ids = "chart";

    public static bool IsOn(HttpContext http) => http.Items.ContainsKey($"Hub.Ids.{Ids}");

    public static void Fill(TagHelperOutput output, HttpContext http, string kind, string title, string description, string json, bool tableOpen, Func<string, TagBuilder> table)
    {
        var id = PageIds.Next(http, Ids);
        output.TagName = "figure";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "hub-chart");
        output.Attributes.SetAttribute("data-hub-chart", kind);
        output.Attributes.SetAttribute("aria-labelledby", id);
        output.Content.AppendAll(
            Tag.Of("figcaption", "hub-chart__caption").With("id", id).Holding(
                Tag.Of("strong", "hub-chart__title").Saying(title),
                Tag.Of("span", "hub-chart__description").Saying(description)),
            Tag.Of("div", "hub-chart__picture").With("aria-hidden", "true"),
            // Data, not a program: the policy on scripts does not reach it, and the writer escapes every angle bracket.
            Tag.Of("script").With("type", "application/json").Holding(new HtmlString(json)),
            Tag.Of("details", "govuk-details").When(tableOpen, "open").Holding(
                Tag.Of("summary", "govuk-details__summary").Holding(Tag.Of("span", "govuk-details__summary-text").Saying("The same figures as a table")),
                Tag.Of("div", "hub-scroll").With("role", "region").With("aria-labelledby", $"{id}-table").With("tabindex", "0").Holding(table($"{id}-table"))));
    }
}
