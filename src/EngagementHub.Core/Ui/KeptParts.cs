using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.Encodings.Web;
using EngagementHub.Core.Data;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace EngagementHub.Core.Ui;

/// <summary>Parts of pages as finished HTML, each under all that it is made from. Who asks under the same gets the same; who is to see something else asks under something else.</summary>
/// <remarks>Nothing is kept past the next commit that changes what readers or moderators have seen before, nor for longer than a minute.</remarks>
public sealed class KeptParts(Editions editions)
{
    private const int Most = 1000;
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);

    private Shelf _shelf = new(0, 0);

    internal ConcurrentDictionary<(string View, object Model), string> Now
    {
        get
        {
            var shelf = _shelf;
            if (shelf.Edition != editions.Shown || Stopwatch.GetElapsedTime(shelf.Since) >= Longest || shelf.Parts.Count >= Most)
            {
                _shelf = shelf = new(editions.Shown, Stopwatch.GetTimestamp());
            }

            return shelf.Parts;
        }
    }

    private sealed record Shelf(long Edition, long Since)
    {
        public ConcurrentDictionary<(string View, object Model), string> Parts { get; } = new();
    }
}

/// <summary>Shows a partial view, made once for each model: <c>&lt;kept-part name="~/Pages/Moderation/_Row.cshtml" model="row"/&gt;</c>. The view may use its model and nothing else, and the model is a record with all of it.</summary>
[HtmlTargetElement("kept-part", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class KeptPartTagHelper(KeptParts parts, IHtmlHelper html, IModelMetadataProvider metadata, HtmlEncoder encoder) : TagHelper
{
    /// <summary>The partial view.</summary>
    public string Name { get; set; } = "";

    /// <summary>What it is made from.</summary>
    public object Model { get; set; } = new();

    /// <summary>The page's context.</summary>
    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    /// <inheritdoc/>
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        output.TagName = null;
        var kept = parts.Now;
        if (!kept.TryGetValue((Name, Model), out var made))
        {
            made = await MakeAsync();
            kept[(Name, Model)] = made;
        }

        output.Content.SetHtmlContent(made);
    }

    // Without the page's own ViewData: what one moderator has typed or been told is in there.
    private async Task<string> MakeAsync()
    {
        ((IViewContextAware)html).Contextualize(ViewContext);
        using var text = new StringWriter();
        (await html.PartialAsync(Name, Model, new ViewDataDictionary(metadata, new ModelStateDictionary()))).WriteTo(text, encoder);
        return text.ToString();
    }
}
