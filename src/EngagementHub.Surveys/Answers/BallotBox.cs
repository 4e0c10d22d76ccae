using EngagementHub.Core.Time;
using EngagementHub.Core.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace EngagementHub.Surveys.Answers;

/// <summary>Where answers are handed in. Those that come together share a transaction: that these people have answered and what they answered, in sums, become durable together or not at all.</summary>
internal sealed class BallotBox(IServiceScopeFactory scopes, TimeProvider clock, IOptions<HubOptions> hub)
{
    private readonly SharedCommit<(StaffId Who, Ballot Ballot), bool> _deliveries = new(scopes, async (db, sent) =>
    {
        var delivery = await Delivery.PrepareAsync(db, sent, clock.GetUtcNow().DayIn(hub.Value.Zone));
        List<Func<bool>> answers = [.. sent.Select(s => delivery.Take(s.Who, s.Ballot))];
        await delivery.SaveAsync();
        return answers;
    });

    /// <summary>Hands it in, and waits until it is durable.</summary>
    /// <exception cref="BrokenRuleException">The pulse check is not open, the person is not asked, or has answered.</exception>
    public Task ReceiveAsync(StaffId who, Ballot ballot, CancellationToken cancellation) => _deliveries.ReceiveAsync((who, ballot), cancellation);
}
