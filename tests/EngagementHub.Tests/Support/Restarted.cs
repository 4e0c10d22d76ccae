using Microsoft.AspNetCore.Hosting;

namespace EngagementHub.Tests.Support;

/// <summary>Another process on the database of a hub: a second node, or the same after a restart.</summary>
public sealed class Restarted(HubFixture first) : HubFixture
{
    /// <summary>The modules that its machine's settings switch off.</summary>
    public IReadOnlyList<string> Off { get; init; } = [];

    private protected override void Make(TestDatabase database)
    {
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.UseSetting("Database:Connection", first.Database);
        builder.UseSetting("Conversation:KeyFolder", Path.Combine(first.Folder, "keys"));
        for (var i = 0; i < Off.Count; i++)
        {
            builder.UseSetting($"Hub:ModulesOff:{i}", Off[i]);
        }
    }
}
