using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;

namespace EngagementHub.Web.Hosting;

/// <summary>
/// Has a page described when it is asked for the first time. Left to itself, MVC describes all of them before the hub opens (their handlers, properties and everything
/// that these inherit, by reflection) and keeps that, though most pages are not asked for between two starts.
/// </summary>
internal static class PagesWhenAsked
{
    /// <summary>Lists pages with their routes only; what else an endpoint of a page says (who may reach it, what its middleware does) is there once routing has chosen it, by <see cref="PageLoader"/>.</summary>
    public static IServiceCollection AddPagesWhenAsked(this IServiceCollection services)
    {
        var eager = services.Single(s => s.ImplementationType == typeof(CompiledPageActionDescriptorProvider));
        services.Remove(eager);
        return services.AddSingleton<IActionDescriptorProvider, PageActionDescriptorProvider>();
    }
}
