using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace EngagementHub.Core.Ui;

/// <summary>How something stands, told by a word and a shape, and only then by colour.</summary>
[HtmlTargetElement("status-tag")]
public sealed class StatusTagTagHelper : TagHelper
{
    /// <summary>good, bad, waiting, neutral or grey (nothing known); between good and bad amber-green and amber-red.</summary>
    public string Kind { get; set; } = "neutral";

    /// <summary>The same as finished markup, for tables in which hundreds of rows bear one of a few words.</summary>
    /// <param name="kind">As <see cref="Kind"/>.</param>
    /// <param name="word">The word.</param>
    public static IHtmlContent Of(string kind, string word)
    {
        using var text = new StringWriter();
        Tag.Of("strong", "govuk-tag", "hub-status", $"hub-status--{kind}").Holding(Tag.Of("span", "hub-status__shape").With("aria-hidden", "true").Saying(ShapeOf(kind)), new HtmlString(" "), new HtmlString(HtmlEncoder.Default.Encode(word)))
            .WriteTo(text, HtmlEncoder.Default);
        return new HtmlString(text.ToString());
    }

    private static string ShapeOf(string kind) => kind switch
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
        output.PreContent.AppendHtml(Tag.Of("span", "hub-status__shape").With("aria-hidden", "true").Saying(ShapeOf(Kind))).Append(" ");
    }
}
