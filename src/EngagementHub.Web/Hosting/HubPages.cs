using EngagementHub.Core.Hosting;
using EngagementHub.Core.Web;
using EngagementHub.Core.Web.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ApplicationModels;

namespace EngagementHub.Web.Hosting;

internal static class HubPages
{
    public static void ConfigureHubPages(this PageConventionCollection pages)
    {
        pages.ReadersMay("/Index", "/Search/Index").Shared("/Index");
        foreach (var open in (string[])["/Error", "/Status", "/Demonstration/Clock"])
        {
            pages.AuthorizePage(open, Policies.Open);
        }

        // Cross-site requests are refused by where they come from, so pages stay the same bytes for every reader: docs/decisions/cross-site-protection.md.
        pages.ConfigureFilter(new IgnoreAntiforgeryTokenAttribute());
    }
}
