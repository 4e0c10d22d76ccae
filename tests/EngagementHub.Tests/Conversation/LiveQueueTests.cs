using EngagementHub.Core.Live;
using Microsoft.Extensions.DependencyInjection;

namespace EngagementHub.Tests.Conversation;

/// <summary>The queue's figures as a moderator's browser hears them.</summary>
public sealed class LiveQueueTests(ConversationFixture hub) : IClassFixture<ConversationFixture>
{
    private const string Topic = "moderation";

    [Fact]
    public async Task A_moderator_hears_of_each_change()
    {
        using var heard = await Listen(await hub.As("mina"));

        Assert.StartsWith("data:", await NextData(heard), StringComparison.Ordinal);
        hub.Services.GetRequiredService<LiveSignals>().Raise(Topic);

        Assert.StartsWith("data:", await NextData(heard), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_is_signed_out_hears_no_more()
    {
        var mina = await hub.As("mina");
        using var heard = await Listen(mina);
        Assert.NotNull(await NextData(heard));

        await mina.Post("/account/sign-out");
        hub.Services.GetRequiredService<LiveSignals>().Raise(Topic);

        Assert.Null(await NextData(heard));
    }

    private static async Task<StreamReader> Listen(HubClient moderator) =>
        new(await moderator.Http.GetStreamAsync("/moderation/live", TestContext.Current.CancellationToken));

    private static async Task<string?> NextData(StreamReader stream)
    {
        while (await stream.ReadLineAsync(TestContext.Current.CancellationToken) is { } line)
        {
            if (line.StartsWith("data:", StringComparison.Ordinal))
            {
                return line;
            }
        }

        return null;
    }
}
