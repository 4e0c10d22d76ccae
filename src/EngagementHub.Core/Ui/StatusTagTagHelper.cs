using Microsoft.AspNetCore.Razor.TagHelpers;

namespace EngagementHub.Core.Ui;

/// <summary>How something stands, told by a word and a shape, and only then by colour.</summary>
[HtmlTargetElement("status-tag")]
public sealed class StatusTagTagHelper : TagHelper
{
    /// <summary>good, bad, waiting, neutral or grey (nothing known); between good and bad amber-green and amber-red.</summary>
    public string Kind { get; set; } = "neutral";

    private string Shape => Kind switch
    {
        "good" => "●",
        "amber-green" => "◐",
        "amber-red" => "◈",
        "bad" => "▲",
        "waiting" => "◆",
        "grey" => "◌",
        _ => "■",
    };

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "strong";
        output.Attributes.SetAttribute("class", Tag.Words("govuk-tag", "hub-status", $"hub-status--{Kind}"));
        output.PreContent.AppendHtml(Tag.Of("span", "hub-status__shape").With("aria-hidden", "true").Saying(Shape)).Append(" ");
    }
}
