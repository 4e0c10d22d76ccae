using EngagementHub.Blogging.Posts;
using EngagementHub.Blogging.Reading;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.Blogging.Pages.Blogs.Posts;

internal sealed class CompareModel(HubDb db, Mastheads mastheads, IStaffDirectory directory, ICurrentStaff current, Rights rights) : PostPageModel(db, mastheads, current, rights)
{
    private IReadOnlyDictionary<StaffId, StaffCard> _people = new Dictionary<StaffId, StaffCard>();

    [BindProperty(SupportsGet = true)]
    public int? From { get; set; }

    [BindProperty(SupportsGet = true)]
    public int? To { get; set; }

    public PostRevision Before { get; private set; } = null!;

    public PostRevision After { get; private set; } = null!;

    public Differences Differences { get; private set; } = null!;

    public IEnumerable<SelectListItem> Numbers => Enumerable.Range(1, Post.Revision).Select(n => new SelectListItem($"{n}", $"{n}"));

    public string NameOf(PostRevision wording) => _people.GetValueOrDefault(wording.By)?.Name ?? "Somebody who has left";

    public async Task<IActionResult> OnGetAsync()
    {
        To ??= Post.Revision;
        From ??= Math.Max(1, To.Value - 1);
        if (await FindAsync(From.Value) is not { } before || await FindAsync(To.Value) is not { } after)
        {
            return NotFound();
        }

        (Before, After) = (before, after);
        Differences = Differences.Between(before.Manuscript, after.Manuscript, $"Wording {before.Number}", $"Wording {after.Number}");
        _people = await directory.CardsAsync([before.By, after.By], HttpContext.RequestAborted);
        return Page();
    }

    private Task<PostRevision?> FindAsync(int number)
    {
        var id = Post.Id;
        return Db.PostRevisions.AsNoTracking().FirstOrDefaultAsync(r => r.PostId == id && r.Number == number, HttpContext.RequestAborted);
    }
}
