using System.Globalization;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace EngagementHub.Core.Ui;

/// <summary>Links to the other pages of a long list; the rest of the address stays as it is.</summary>
[HtmlTargetElement("pagination", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class PaginationTagHelper : TagHelper
{
    /// <summary>The page shown now, from 1.</summary>
    public required int Current { get; set; }

    /// <summary>How many pages there are.</summary>
    public required int Total { get; set; }

    /// <summary>The name in the address; "page" itself belongs to the framework.</summary>
    public string QueryName { get; set; } = "p";

    /// <summary>What the list is of, where a page has two lists.</summary>
    public string Label { get; set; } = "Pagination";

    /// <summary>The view being rendered.</summary>
    [HtmlAttributeNotBound, ViewContext]
    public ViewContext ViewContext { get; set; } = null!;

    private IEnumerable<int> Near => Enumerable.Range(1, Total).Where(page => page == 1 || page == Total || Math.Abs(page - Current) <= 1);

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (Total < 2)
        {
            output.SuppressOutput();
            return;
        }

        output.TagName = "nav";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "govuk-pagination");
        output.Attributes.SetAttribute("aria-label", Label);
        output.Content.AppendAll(
            Current > 1 ? Step("prev", "Previous", Current - 1) : null,
            Tag.Of("ul", "govuk-pagination__list").Holding([.. Items()]),
            Current < Total ? Step("next", "Next", Current + 1) : null);
    }

    private IEnumerable<TagBuilder> Items()
    {
        var last = 0;
        foreach (var page in Near)
        {
            if (page > last + 1)
            {
                yield return Tag.Of("li", "govuk-pagination__item", "govuk-pagination__item--ellipsis").Saying("⋯");
            }

            yield return Item(page);
            last = page;
        }
    }

    private TagBuilder Item(int page) =>
        Tag.Of("li", "govuk-pagination__item", page == Current ? "govuk-pagination__item--current" : null).Holding(
            Link(page).With("aria-label", $"Page {Number(page)}").With("aria-current", page == Current ? "page" : null).Saying(Number(page)));

    private TagBuilder Step(string rel, string word, int page) => Tag.Of("div", $"govuk-pagination__{rel}").Holding(
        Link(page).With("rel", rel).Holding(
            Tag.Of("span", "govuk-pagination__link-title").Saying(word).Holding(Tag.Of("span", "govuk-visually-hidden").Saying(" page"))));

    private TagBuilder Link(int page) => Tag.Of("a", "govuk-link", "govuk-pagination__link").With("href", Url(page));

    private string Url(int page)
    {
        var kept = ViewContext.HttpContext.Request.Query
            .Where(pair => pair.Key != QueryName)
            .SelectMany(pair => pair.Value, (pair, value) => KeyValuePair.Create(pair.Key, value ?? ""));

        return new QueryBuilder(kept) { { QueryName, Number(page) } }.ToString();
    }

    private static string Number(int page) => page.ToString(CultureInfo.InvariantCulture);
}
