using EngagementHub.Blogging.Hosting;
using EngagementHub.Blogging.Reading;
using Microsoft.AspNetCore.Mvc;

namespace EngagementHub.Blogging.Pages.Blogs.Hosting;

internal sealed class PeriodModel(HubDb db, Mastheads mastheads, HostingCalendar calendar, PostCards cards, IStaffDirectory directory, ICurrentStaff current, Rights rights)
    : PeriodPageModel(db, mastheads, calendar)
{
    private IReadOnlyDictionary<StaffId, StaffCard> _people = new Dictionary<StaffId, StaffCard>();

    public IReadOnlyList<PostCard> Posts { get; private set; } = [];

    public bool IsHost { get; private set; }

    public bool RunsBlog { get; private set; }

    public bool MayWrite => Standing == HostingStanding.Active && (IsHost || Period.StandIn == current.IdOrNone);

    public bool MayChange => RunsBlog && Standing is HostingStanding.Accepted or HostingStanding.Active;

    public bool MayWithdraw => RunsBlog && Standing is HostingStanding.Invited or HostingStanding.Accepted;

    public bool MayNameCoResponders => (RunsBlog || IsHost) && Standing.IsAnswered();

    public string NameOf(StaffId person) => _people.GetValueOrDefault(person)?.Name ?? "Somebody who has left";

    public string HostLine => _people.GetValueOrDefault(Period.Host) is { } host ? $"{host.Name}, {host.Title}".TrimEnd(',', ' ') : "Somebody who has left";

    public async Task<IActionResult> OnGetAsync()
    {
        if (current.IdOrNone is { } me)
        {
            IsHost = Period.Host == me;
            RunsBlog = await rights.RunsAsync(Blog, me);
        }

        // An invitation concerns those it names until it is agreed.
        if (!Period.IsAgreed && !RunsBlog && !IsHost)
        {
            return current.IdOrNone is null ? Challenge() : NotFound();
        }

        _people = await directory.CardsAsync([Period.Host, Period.InvitedBy, .. Period.CoResponders.Select(c => c.Person), .. Period.Changes.Select(c => c.By), Period.StandIn ?? Period.Host], HttpContext.RequestAborted);
        var id = Period.Id;
        Posts = await cards.ReadAsync(Blog, cards.Seen(Blog, Masthead.Now).Where(p => p.PeriodId == id), cancellation: HttpContext.RequestAborted);
        return Page();
    }
}
