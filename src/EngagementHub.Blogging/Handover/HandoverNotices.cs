using Microsoft.EntityFrameworkCore;

namespace EngagementHub.Blogging.Handover;

/// <summary>Tells who had an item, and the outgoing host, what was decided about it. Nobody is told of their own act.</summary>
internal sealed class HandoverNotices(HubDb db, INotify notify, IStaffDirectory directory, IHandoverItems? items = null) : IHandle<HandoverItemDecided>
{
    public async Task HandleAsync(HandoverItemDecided happened, CancellationToken cancellation)
    {
        var decision = happened.Decision;
        var period = await db.HostingPeriods.FirstAsync(p => p.Id == happened.Period, cancellation);
        var blog = await db.Blogs.FirstAsync(b => b.Id == period.BlogId, cancellation);
        var words = items is null ? null : (await items.ReadAsync([decision.Item], cancellation)).GetValueOrDefault(decision.Item)?.Text;
        var by = (await directory.FindAsync(decision.By, cancellation))?.Name ?? "Whoever comes next";
        var goesBack = decision.Because is not null && decision.By != blog.Owner && decision.From != blog.Owner;
        StaffId? stays = goesBack ? blog.Owner : decision.From;
        var holder = stays is { } with ? (await directory.FindAsync(with, cancellation))?.Name : null;
        IEnumerable<StaffId?> told = [decision.From, period.Host, goesBack ? blog.Owner : null];
        foreach (var to in told.OfType<StaffId>().Distinct().Where(t => t != decision.By))
        {
            var reason = to == period.Host ? "you were the guest host" : goesBack && to == blog.Owner ? "you own the blog" : "it was yours";
            await notify.TellAsync(to, Write(decision, (words ?? "An item", by, goesBack ? $"goes back to {holder}" : $"stays with {holder ?? "nobody"}"), $"{Addresses.Of(blog, period)}#handover", reason), cancellation);
        }
    }

    private static Notice Write(HandoverDecision decision, (string Item, string By, string Place) names, string link, string reason) => new(
        decision.Because is null ? $"{names.By} took over what you left" : $"{names.By} declined what you left",
        decision.Because is null ? $"“{names.Item}” is {names.By}'s from now on." : $"“{names.Item}” {names.Place}, because: {decision.Because}",
        link,
        reason);
}
