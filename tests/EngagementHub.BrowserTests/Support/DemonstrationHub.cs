using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;

namespace EngagementHub.BrowserTests.Support;

/// <summary>The demonstration as a newcomer starts it: its own clock, which shows today and can be moved on a page.</summary>
public sealed class DemonstrationHub(Chromium chromium) : BrowserFixture(chromium)
{
    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.ConfigureTestServices(services => services.Remove(services.Last(s => s.ServiceType == typeof(TimeProvider))));
    }
}
