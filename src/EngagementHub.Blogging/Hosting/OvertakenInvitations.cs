using EngagementHub.Blogging.Blogs;
using EngagementHub.Core.Time;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.Blogging.Hosting;

/// <summary>When days are agreed with one guest, those who were invited for the same days and have not answered are told, and so is who invited them.</summary>
internal sealed class OvertakenInvitations(HubDb db, HostingCalendar calendar, INotify notify, IStaffDirectory directory) : IHandle<HostingAccepted>, IHandle<HostingLastDayChanged>
{
    public Task HandleAsync(HostingAccepted happened, CancellationToken cancellation)
    {
        var period = db.HostingPeriods.Local.First(p => p.Id == happened.Period);
        return TellAsync(period, period.FirstDay, happened.At, cancellation);
    }

    /// <summary>Only the days that were added take anything from anybody.</summary>
    public Task HandleAsync(HostingLastDayChanged happened, CancellationToken cancellation)
    {
        var period = db.HostingPeriods.Local.First(p => p.Id == happened.Period);
        var change = period.Changes[^1];
        return change.To > change.From ? TellAsync(period, change.From.AddDays(1), happened.At, cancellation) : Task.CompletedTask;
    }

    private async Task TellAsync(HostingPeriod period, DateOnly from, DateTimeOffset at, CancellationToken cancellation)
    {
        var blog = await db.Blogs.FirstAsync(b => b.Id == period.BlogId, cancellation);
        var host = (await directory.FindAsync(period.Host, cancellation))?.Name ?? "Another guest";
        foreach (var rival in (await calendar.RivalsAsync(blog, from, period.LastDay, at.DayIn(blog.Zone), cancellation)).Where(r => r.IsOpenInvitation))
        {
            await TellAsync(rival, blog, $"{host} now hosts {blog.Name} on {period.Days}", cancellation);
        }
    }

    private async Task TellAsync(HostingPeriod rival, Blog blog, string taken, CancellationToken cancellation)
    {
        var invited = (await directory.FindAsync(rival.Host, cancellation))?.Name ?? "The invited";
        var link = Addresses.Of(blog, rival);
        await notify.TellAsync(rival.Host, new Notice(
            "Days you were invited for are taken", $"{taken}, so your invitation for {rival.Days} can no longer be accepted. Decline it and say which other days would suit you.", link, "you are invited to host"), cancellation);
        await notify.TellAsync(rival.InvitedBy, new Notice(
            $"{invited} can no longer accept", $"{taken}. {invited} was invited for {rival.Days} and has not answered. Withdraw that invitation and offer other days.", link, "you sent the invitation"), cancellation);
    }
}
