using EngagementHub.ServiceLevels.Figures;
using EngagementHub.ServiceLevels.Signing;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection;

namespace EngagementHub.ServiceLevels;

/// <summary>How services do, on the home page: each with its promise, its latest figure and what is open and late.</summary>
public sealed class ServiceLevelsViewComponent(IServiceProvider services, TimeProvider clock) : ViewComponent
{
    /// <summary>Shows it.</summary>
    public async Task<IViewComponentResult> InvokeAsync() =>
        View("/Pages/ServiceLevels/_Home.cshtml", Board.At(clock.GetUtcNow(), await services.GetRequiredService<Published>().HeadlinesAsync(HttpContext.RequestAborted)));
}
