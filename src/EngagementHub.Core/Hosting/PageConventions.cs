using EngagementHub.Core.Replicas;
using EngagementHub.Core.Web;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.ApplicationModels;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.DependencyInjection;

namespace EngagementHub.Core.Hosting;

/// <summary>Lets a module say who may see its folders of pages.</summary>
public static class PageConventions
{
    // The framework's own set-up replaces the collection when it runs, so what was configured before it would be lost.
    /// <summary>Sets conventions for the module's pages.</summary>
    public static IServiceCollection AddPages(this IServiceCollection services, Action<PageConventionCollection> configure) =>
        services.PostConfigure<RazorPagesOptions>(o => configure(o.Conventions));

    /// <summary>Opens pages to readers, as the setting <c>Hub:Reading</c> says.</summary>
    public static PageConventionCollection ReadersMay(this PageConventionCollection pages, params IReadOnlyList<string> names)
    {
        foreach (var name in names)
        {
            pages.AuthorizePage(name, Policies.Read);
            pages.AddPageApplicationModelConvention(name, page => page.EndpointMetadata.Add(new ReadFromReplica()));
        }

        return pages;
    }

    /// <summary>Keeps pages of which nobody said who may see them for those who are signed in. To be called after every module had its say.</summary>
    public static IServiceCollection AddStaffPages(this IServiceCollection services) => services.AddPages(pages => pages.AddFolderApplicationModelConvention("/", page =>
    {
        if (!page.EndpointMetadata.Concat(page.HandlerTypeAttributes).Any(said => said is IAuthorizeData or IAllowAnonymous))
        {
            page.EndpointMetadata.Add(new AuthorizeAttribute(Policies.Staff));
        }
    }));
}
