using EngagementHub.Core.Live;
using Microsoft.Extensions.Logging.Abstractions;

namespace EngagementHub.Tests.Live;

public sealed class SignalWatchTests
{
    private readonly SignalWatch _watch = new(NullLogger<SignalWatch>.Instance);

    [Fact]
    public void A_node_that_sends_no_signals_has_none_to_hear() => Assert.Null(_watch.Hears);

    [Fact]
    public void One_signal_that_is_late_is_no_deafness_and_four_in_a_row_are()
    {
        _watch.Sent();
        _watch.Sent();
        _watch.Sent();
        Assert.True(_watch.Hears);

        _watch.Sent();
        Assert.False(_watch.Hears);

        _watch.Heard();
        Assert.True(_watch.Hears);
    }
}
