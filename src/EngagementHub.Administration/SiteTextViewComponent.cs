using EngagementHub.Administration.SitePages;
using Microsoft.AspNetCore.Mvc;

namespace EngagementHub.Administration;

/// <summary>What administrators say above the page about anonymity, when they have said anything; what the hub itself does is told below by the hub.</summary>
public sealed class SiteTextViewComponent(HubDb db) : ViewComponent
{
    /// <summary>Shows it.</summary>
    public async Task<IViewComponentResult> InvokeAsync() =>
        await SiteText.NewestAsync(db, "anonymity") is { } version ? View("/Pages/Administration/_Text.cshtml", SiteText.Html(version.Text)) : Content("");
}
