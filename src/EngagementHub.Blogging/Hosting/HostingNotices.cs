using Microsoft.EntityFrameworkCore;

namespace EngagementHub.Blogging.Hosting;

/// <summary>Tells the invited of an invitation and its changes, and the owner of the answer.</summary>
internal sealed class HostingNotices(HubDb db, INotify notify, IStaffDirectory directory) :
    IHandle<HostInvited>, IHandle<HostingAccepted>, IHandle<HostingDeclined>, IHandle<HostingWithdrawn>, IHandle<HostingLastDayChanged>
{
    public async Task HandleAsync(HostInvited happened, CancellationToken cancellation)
    {
        var (period, blog) = await FindAsync(happened.Period, cancellation);
        var brief = period.Brief.Length == 0 ? "" : $" You are asked: {period.Brief}";
        await TellAsync(period.Host, $"Host {blog.Name} from {period.Days}?", $"You are invited to take over {blog.Name} from {period.Days}.{brief} Please accept or decline.", period, blog, cancellation);
    }

    public async Task HandleAsync(HostingAccepted happened, CancellationToken cancellation)
    {
        var (period, blog) = await FindAsync(happened.Period, cancellation);
        await TellAsync(period.InvitedBy, $"{await NameAsync(period.Host)} accepted", $"{await NameAsync(period.Host)} will host {blog.Name} from {period.Days}.", period, blog, cancellation);
    }

    public async Task HandleAsync(HostingDeclined happened, CancellationToken cancellation)
    {
        var (period, blog) = await FindAsync(happened.Period, cancellation);
        await TellAsync(period.InvitedBy, $"{await NameAsync(period.Host)} declined", $"{await NameAsync(period.Host)} will not host {blog.Name} from {period.Days}, because: {happened.Why}", period, blog, cancellation);
    }

    public async Task HandleAsync(HostingWithdrawn happened, CancellationToken cancellation)
    {
        var (period, blog) = await FindAsync(happened.Period, cancellation);
        await TellAsync(period.Host, "Your invitation was withdrawn", $"You are no longer asked to host {blog.Name} from {period.Days}, because: {happened.Why}", period, blog, cancellation);
    }

    public async Task HandleAsync(HostingLastDayChanged happened, CancellationToken cancellation)
    {
        var (period, blog) = await FindAsync(happened.Period, cancellation);
        await TellAsync(period.Host, "Your last day as host changed", $"You now host {blog.Name} from {period.Days}, because: {happened.Why}", period, blog, cancellation);
    }

    private async Task<(HostingPeriod Period, Blogs.Blog Blog)> FindAsync(Guid id, CancellationToken cancellation)
    {
        var period = db.HostingPeriods.Local.First(p => p.Id == id);
        return (period, await db.Blogs.FirstAsync(b => b.Id == period.BlogId, cancellation));
    }

    private async Task<string> NameAsync(StaffId person) => (await directory.FindAsync(person))?.Name ?? "The invited";

    private Task TellAsync(StaffId to, string subject, string text, HostingPeriod period, Blogs.Blog blog, CancellationToken cancellation) =>
        notify.TellAsync(to, new Notice(subject, text, Addresses.Of(blog, period), to == period.Host ? "you are the guest host" : "you sent the invitation"), cancellation);
}
