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
        var holder = decision.From is { } from ? (await directory.FindAsync(from, cancellation))?.Name : null;
        IEnumerable<StaffId?> told = [decision.From, period.Host];
        foreach (var to in told.OfType<StaffId>().Distinct().Where(t => t != decision.By))
        {
            await notify.TellAsync(to, Write(decision, (words ?? "An item", by, holder ?? "nobody"), $"{Addresses.Of(blog, period)}#handover", to == period.Host), cancellation);
        }
    }

    private static Notice Write(HandoverDecision decision, (string Item, string By, string Holder) names, string link, bool isHost) => new(
        decision.Because is null ? $"{names.By} took over what you left" : $"{names.By} declined what you left",
        decision.Because is null ? $"“{names.Item}” is {names.By}'s from now on." : $"“{names.Item}” stays with {names.Holder}, because: {decision.Because}",
        link,
        isHost ? "you were the guest host" : "it was yours");
}
