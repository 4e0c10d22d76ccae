using EngagementHub.Blogging.Handover;
using EngagementHub.Blogging.Hosting;
using EngagementHub.Blogging.Reading;
using Microsoft.AspNetCore.Mvc;

namespace EngagementHub.Blogging.Pages.Blogs.Hosting;

internal sealed class PeriodModel(HubDb db, Mastheads mastheads, HostingCalendar calendar, PostCards cards, IStaffDirectory directory, HandoverDesk desk)
    : PeriodPageModel(db, mastheads, calendar)
{
    private IReadOnlyDictionary<StaffId, StaffCard> _people = new Dictionary<StaffId, StaffCard>();

    public IReadOnlyList<PostCard> Posts { get; private set; } = [];

    public HandoverCard Handover { get; private set; } = null!;

    public HandoverSeat Seat { get; private set; } = null!;

    /// <summary>Who has these days by now, seen by the invited.</summary>
    public InTheWay? Taken { get; private set; }

    public bool IsHost => Seat.IsHost;

    public bool RunsBlog => Seat.RunsBlog;

    public bool MayWrite => Standing == HostingStanding.Active && (IsHost || Seat.IsStandIn);

    public bool MayChange => RunsBlog && Standing is HostingStanding.Accepted or HostingStanding.Active;

    public bool MayWithdraw => RunsBlog && Standing is HostingStanding.Invited or HostingStanding.Accepted;

    public bool MayNameStandIn => (RunsBlog || IsHost) && Standing is HostingStanding.Invited or HostingStanding.Accepted or HostingStanding.Active;

    public bool MaySetWindow => (RunsBlog || IsHost) && (Standing == HostingStanding.Invited || Standing.IsAnswered());

    public bool SeesHandover => Period.IsAgreed && (IsHost || Seat.Decides) && Standing != HostingStanding.Accepted;

    public bool MayNameCoResponders => (RunsBlog || IsHost) && Standing.IsAnswered();

    public string NameOf(StaffId person) => _people.GetValueOrDefault(person)?.Name ?? "Somebody who has left";

    public string HostLine => _people.GetValueOrDefault(Period.Host) is { } host ? $"{host.Name}, {host.Title}".TrimEnd(',', ' ') : "Somebody who has left";

    public async Task<IActionResult> OnGetAsync()
    {
        Seat = await desk.SeatAsync(Blog, Period);
        // An invitation concerns those it names until it is agreed.
        if (!Period.IsAgreed && !RunsBlog && !IsHost)
        {
            return Seat.IsNobody ? Challenge() : NotFound();
        }

        _people = await directory.CardsAsync([Period.Host, Period.InvitedBy, .. Period.CoResponders.Select(c => c.Person), .. Period.Changes.Select(c => c.By), Period.StandIn ?? Period.Host], HttpContext.RequestAborted);
        Taken = IsHost && Standing == HostingStanding.Invited ? await Calendar.InTheWayAsync(Blog, Period, Period.LastDay, HttpContext.RequestAborted) : null;
        Handover = await desk.CardAsync(Blog, Period, Masthead.Now, HttpContext.RequestAborted);
        var id = Period.Id;
        Posts = await cards.ReadAsync(Blog, cards.Seen(Blog, Masthead.Now).Where(p => p.PeriodId == id), cancellation: HttpContext.RequestAborted);
        return Page();
    }
}
