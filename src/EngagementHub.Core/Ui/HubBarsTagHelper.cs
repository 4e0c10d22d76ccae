using System.Text.Json;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace EngagementHub.Core.Ui;

/// <summary>Counts as bars with a promise between them; the same figures stand in a table, which is all there is without script.</summary>
[HtmlTargetElement("hub-bars", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class HubBarsTagHelper : TagHelper
{
    /// <summary>What is drawn.</summary>
    public required BarsData Data { get; set; }

    /// <summary>The view being rendered.</summary>
    [HtmlAttributeNotBound, ViewContext]
    public ViewContext ViewContext { get; set; } = null!;

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output) =>
        ChartFigure.Fill(output, ViewContext.HttpContext, "bars", Data.Title, Data.Description, JsonSerializer.Serialize(Data, JsonSerializerOptions.Web), false, id => ChartTable.Of(Data, id));
}
