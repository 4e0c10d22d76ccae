using EngagementHub.Blogging.Blogs;
using EngagementHub.Core.Text;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.Blogging.Hosting;

/// <summary>Tells the invited of an invitation and its changes, the owner of the answer, and the stand-in of what concerns them.</summary>
internal sealed class HostingNotices(HubDb db, INotify notify, IStaffDirectory directory) :
    IHandle<HostInvited>, IHandle<HostingAccepted>, IHandle<HostingDeclined>, IHandle<HostingWithdrawn>, IHandle<HostingLastDayChanged>, IHandle<StandInChanged>
{
    private const string Host = "you are the guest host";
    private const string Inviter = "you sent the invitation";
    private const string StandIn = "you are named as stand-in";

    public async Task HandleAsync(HostInvited happened, CancellationToken cancellation)
    {
        var (period, blog) = await FindAsync(happened.Period, cancellation);
        var brief = period.Brief.Length == 0 ? "" : $" You are asked: {PlainText.From(period.Brief)}";
        await TellAsync(period.Host, Host, $"Host {blog.Name} from {period.Days}?", $"You are invited to take over {blog.Name} from {period.Days}.{brief} Please accept or decline.", (blog, period), cancellation);
    }

    public async Task HandleAsync(HostingAccepted happened, CancellationToken cancellation)
    {
        var (period, blog) = await FindAsync(happened.Period, cancellation);
        var host = await NameAsync(period.Host);
        await TellAsync(period.InvitedBy, Inviter, $"{host} accepted", $"{host} will host {blog.Name} from {period.Days}.", (blog, period), cancellation);
        await TellStandInAsync(period.StandIn, period, blog, cancellation);
    }

    public async Task HandleAsync(HostingDeclined happened, CancellationToken cancellation)
    {
        var (period, blog) = await FindAsync(happened.Period, cancellation);
        var host = await NameAsync(period.Host);
        await TellAsync(period.InvitedBy, Inviter, $"{host} declined", $"{host} will not host {blog.Name} from {period.Days}, because: {happened.Why}", (blog, period), cancellation);
    }

    public async Task HandleAsync(HostingWithdrawn happened, CancellationToken cancellation)
    {
        var (period, blog) = await FindAsync(happened.Period, cancellation);
        await TellAsync(period.Host, Host, "Your invitation was withdrawn", $"You are no longer asked to host {blog.Name} from {period.Days}, because: {happened.Why}", (blog, period), cancellation);
        if (period is { AcceptedAt: not null, StandIn: { } standIn })
        {
            await TellAsync(standIn, StandIn, "You no longer stand in", $"{await NameAsync(period.Host)} does not host {blog.Name} from {period.Days} after all, because: {happened.Why}", (blog, period), cancellation);
        }
    }

    public async Task HandleAsync(HostingLastDayChanged happened, CancellationToken cancellation)
    {
        var (period, blog) = await FindAsync(happened.Period, cancellation);
        await TellAsync(period.Host, Host, "Your last day as host changed", $"You now host {blog.Name} from {period.Days}, because: {happened.Why}", (blog, period), cancellation);
        if (period.StandIn is { } standIn)
        {
            await TellAsync(standIn, StandIn, "The last day you stand in for changed", $"{await NameAsync(period.Host)} now hosts {blog.Name} from {period.Days}, because: {happened.Why}", (blog, period), cancellation);
        }
    }

    /// <summary>Before the host has accepted nobody stands in for anything; whoever is named then hears of it with the acceptance.</summary>
    public async Task HandleAsync(StandInChanged happened, CancellationToken cancellation)
    {
        var (period, blog) = await FindAsync(happened.Period, cancellation);
        if (!period.IsAgreed)
        {
            return;
        }

        await TellStandInAsync(happened.To, period, blog, cancellation);
        if (happened.From is { } released)
        {
            await TellAsync(released, "you were named as stand-in", "You no longer stand in", $"Somebody else stands in for {await NameAsync(period.Host)}, who hosts {blog.Name} from {period.Days}, or nobody does. You need do nothing.", (blog, period), cancellation);
        }

        if (happened.By != period.Host)
        {
            var now = happened.To is { } named ? $"{await NameAsync(named)} stands in for you" : "Nobody stands in for you any more";
            await TellAsync(period.Host, Host, "Your stand-in changed", $"{now} while you host {blog.Name} from {period.Days}.", (blog, period), cancellation);
        }
    }

    private async Task TellStandInAsync(StaffId? person, HostingPeriod period, Blog blog, CancellationToken cancellation)
    {
        if (person is { } standIn)
        {
            var host = await NameAsync(period.Host);
            await TellAsync(standIn, StandIn, $"You stand in for {host}", $"{host} hosts {blog.Name} from {period.Days}. On those days you may post and answer when {host} cannot.", (blog, period), cancellation);
        }
    }

    private async Task<(HostingPeriod Period, Blog Blog)> FindAsync(Guid id, CancellationToken cancellation)
    {
        var period = db.HostingPeriods.Local.First(p => p.Id == id);
        return (period, await db.Blogs.FirstAsync(b => b.Id == period.BlogId, cancellation));
    }

    private async Task<string> NameAsync(StaffId person) => (await directory.FindAsync(person))?.Name ?? "The invited";

    private Task TellAsync(StaffId to, string because, string subject, string text, (Blog Blog, HostingPeriod Period) about, CancellationToken cancellation) =>
        notify.TellAsync(to, new Notice(subject, text, Addresses.Of(about.Blog, about.Period), because), cancellation);
}
