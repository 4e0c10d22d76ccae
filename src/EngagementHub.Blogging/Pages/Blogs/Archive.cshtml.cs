using EngagementHub.Blogging.Reading;
using EngagementHub.Core.Time;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.Blogging.Pages.Blogs;

internal sealed class ArchiveModel(Mastheads mastheads, PostCards cards) : BlogPageModel(mastheads)
{
    [BindProperty(SupportsGet = true), FromRoute]
    public int Year { get; set; }

    [BindProperty(SupportsGet = true), FromRoute]
    public int? Month { get; set; }

    public IReadOnlyList<PostCard> Posts { get; private set; } = [];

    /// <summary>The months of the year that have posts, with how many.</summary>
    public IReadOnlyList<(DateOnly Month, int Posts)> Months { get; private set; } = [];

    public string When => Month is { } month ? Say.Month(new DateOnly(Year, month, 1)) : $"{Year}";

    public async Task OnGetAsync()
    {
        var (first, next) = (new DateOnly(Year, 1, 1), new DateOnly(Year, 1, 1).AddYears(1));
        var year = cards.Seen(Blog, Masthead.Now).Where(p => p.Day >= first && p.Day < next);
        var days = await year.Select(p => p.Day!.Value).ToListAsync(HttpContext.RequestAborted);
        Months = [.. days.CountBy(d => d.Month).OrderBy(m => m.Key).Select(m => (new DateOnly(Year, m.Key, 1), m.Value))];
        if (Month is { } month)
        {
            (first, next) = (new DateOnly(Year, month, 1), new DateOnly(Year, month, 1).AddMonths(1));
        }

        Posts = await cards.ReadAsync(Blog, year.Where(p => p.Day >= first && p.Day < next), cancellation: HttpContext.RequestAborted);
    }
}
