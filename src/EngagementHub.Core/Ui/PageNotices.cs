using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace EngagementHub.Core.Ui;

/// <summary>Says on the next page what has just been done.</summary>
public static class PageNotices
{
    private const string Key = "Hub.Notice";
    private const string LinkKey = "Hub.Notice.Link";
    private const string UrlKey = "Hub.Notice.Url";

    /// <summary>Leaves a notice for the next page: what happened, to whom it shows and, as a link, how to see or undo it.</summary>
    /// <param name="page">The page that has done it.</param>
    /// <param name="sentence">What happened.</param>
    /// <param name="link">The words of the link.</param>
    /// <param name="url">Where the link leads.</param>
    public static void Notify(this PageModel page, string sentence, string? link = null, string? url = null)
    {
        ArgumentNullException.ThrowIfNull(page);
        page.TempData.Notify(sentence, link, url);
    }

    /// <summary>The same, for who does something in a page's place.</summary>
    public static void Notify(this ITempDataDictionary kept, string sentence, string? link = null, string? url = null)
    {
        ArgumentNullException.ThrowIfNull(kept);
        kept[Key] = sentence;
        kept[LinkKey] = link;
        kept[UrlKey] = url;
    }

    internal static (string Sentence, string? Link, string? Url)? Take(ITempDataDictionary kept) =>
        kept[Key] is string sentence ? (sentence, kept[LinkKey] as string, kept[UrlKey] as string) : null;
}
