using EngagementHub.Blogging.Reading;
using Microsoft.AspNetCore.Mvc;

namespace EngagementHub.Blogging.Pages.Blogs;

internal sealed class ByAuthorModel(Mastheads mastheads, PostCards cards, IStaffDirectory directory) : BlogPageModel(mastheads)
{
    public StaffCard Author { get; private set; } = null!;

    public IReadOnlyList<PostCard> Posts { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string userName)
    {
        if (await directory.FindByUserNameAsync(userName, HttpContext.RequestAborted) is not { } author)
        {
            return NotFound();
        }

        Author = author;
        Posts = await cards.ReadAsync(Blog, cards.Seen(Blog, Masthead.Now).Where(p => p.Author == author.Id), cancellation: HttpContext.RequestAborted);
        // Who has written nothing here is no author: a name is not told to whoever guesses it.
        return Posts.Count == 0 ? NotFound() : Page();
    }
}
