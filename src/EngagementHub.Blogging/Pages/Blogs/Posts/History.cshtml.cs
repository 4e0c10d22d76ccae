using EngagementHub.Blogging.Posts;
using EngagementHub.Blogging.Reading;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.Blogging.Pages.Blogs.Posts;

internal sealed class HistoryModel(HubDb db, Mastheads mastheads, IStaffDirectory directory, ICurrentStaff current, Rights rights) : PostPageModel(db, mastheads, current, rights)
{
    private IReadOnlyDictionary<StaffId, StaffCard> _people = new Dictionary<StaffId, StaffCard>();

    public IReadOnlyList<PostRevision> Wordings { get; private set; } = [];

    public string NameOf(StaffId person) => _people.GetValueOrDefault(person)?.Name ?? "Somebody who has left";

    public async Task OnGetAsync()
    {
        var id = Post.Id;
        Wordings = await Db.PostRevisions.AsNoTracking().Where(r => r.PostId == id).OrderByDescending(r => r.Number).ToListAsync(HttpContext.RequestAborted);
        _people = await directory.CardsAsync(Wordings.Select(r => r.By), HttpContext.RequestAborted);
    }
}
