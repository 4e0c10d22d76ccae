using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace EngagementHub.Core.Ui;

/// <summary>A line by month with its promise; the same figures stand in a table, which is all there is without script.</summary>
[HtmlTargetElement("hub-chart", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class HubChartTagHelper : TagHelper
{
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
        return ChartFigure.IsOn(http);
    }

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ChartFigure.Fill(output, ViewContext.HttpContext, "", Data.Title, Data.Description, JsonSerializer.Serialize(Data, JsonSerializerOptions.Web), TableOpen, id => ChartTable.Of(Data, id));
    }
}
