using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace EngagementHub.Core.Ui;

/// <summary>A form without an address is sent to its page's own. A browser would send it to the page's last address instead: after a sibling button it would press that button again, whichever is pressed.</summary>
[HtmlTargetElement("form", Attributes = "[method=post]")]
public sealed class PostedFormTagHelper : TagHelper
{
    private const string Handler = "handler";

    /// <summary>Where the form is shown.</summary>
    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var request = ViewContext.HttpContext.Request;
        if (!output.Attributes.ContainsName("action") && request.Query.ContainsKey(Handler))
        {
            var rest = new QueryBuilder(request.Query.Where(q => !q.Key.Equals(Handler, StringComparison.OrdinalIgnoreCase)));
            output.Attributes.SetAttribute("action", $"{request.PathBase}{request.Path}{rest.ToQueryString()}");
        }
    }
}
