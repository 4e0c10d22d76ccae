using EngagementHub.Blogging.Blogs;
using EngagementHub.Blogging.Hosting;

namespace EngagementHub.Blogging.Handover;

/// <summary>What a person is to a period.</summary>
/// <param name="IsHost">Whether it is the person's own.</param>
/// <param name="RunsBlog">Whether the person runs the blog.</param>
/// <param name="Decides">Whether the person decides about what is left of it.</param>
internal sealed record HandoverSeat(bool IsHost, bool RunsBlog, bool Decides)
{
    public bool IsStandIn { get; init; }

    /// <summary>Whether nobody is signed in.</summary>
    public bool IsNobody { get; init; }
}

/// <summary>Who asks, and what that person is to a period.</summary>
internal sealed class HandoverDesk(ICurrentStaff current, Handovers handovers, HandoverCards cards, Rights rights)
{
    public StaffId Me => current.Id;

    public Task<HandoverCard> CardAsync(Blog blog, HostingPeriod period, DateTimeOffset now, CancellationToken cancellation = default) => cards.OfAsync(blog, period, now, cancellation);

    public async Task<HandoverSeat> SeatAsync(Blog blog, HostingPeriod period)
    {
        if (current.IdOrNone is not { } me)
        {
            return new(false, false, false) { IsNobody = true };
        }

        var runs = await rights.RunsAsync(blog, me);
        return new(period.Host == me, runs, runs || await handovers.SuccessorAsync(period) == me) { IsStandIn = period.StandIn == me };
    }
}
