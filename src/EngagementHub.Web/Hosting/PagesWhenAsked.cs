using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.AspNetCore.Routing.Matching;

namespace EngagementHub.Web.Hosting;

/// <summary>
/// Has a page described when it is asked for the first time. Left to itself, MVC describes all of them before the hub opens (their handlers, properties and everything
/// that these inherit, by reflection) and keeps that, though most pages are not asked for between two starts.
/// </summary>
internal static class PagesWhenAsked
{
    /// <summary>Lists pages by their routes alone. Who may reach a page, and what its middleware has to know, is there once it is chosen; until then nobody but staff may.</summary>
    public static IServiceCollection AddPagesWhenAsked(this IServiceCollection services)
    {
        services.Remove(services.Single(s => s.ImplementationType == typeof(CompiledPageActionDescriptorProvider)));
        return services.AddSingleton<IActionDescriptorProvider, PageActionDescriptorProvider>().AddSingleton<MatcherPolicy, DescribedPage>();
    }

    /// <summary>Puts the described page in the place of its route, before anything else looks at what was found.</summary>
    /// <param name="pages">Describes each page once and keeps it.</param>
    private sealed class DescribedPage(PageLoader pages) : MatcherPolicy, IEndpointSelectorPolicy
    {
        // Before the framework's own policies, which compare what endpoints say of themselves.
        public override int Order => int.MinValue + 100;

        public bool AppliesToEndpoints(IReadOnlyList<Endpoint> endpoints) => endpoints.Any(e => Undescribed(e) is not null);

        public async Task ApplyAsync(HttpContext httpContext, CandidateSet candidates)
        {
            for (var i = 0; i < candidates.Count; i++)
            {
                if (candidates.IsValidCandidate(i) && Undescribed(candidates[i].Endpoint) is { } page)
                {
                    var described = await pages.LoadAsync(page, candidates[i].Endpoint.Metadata);
                    candidates.ReplaceEndpoint(i, described.Endpoint, candidates[i].Values);
                }
            }
        }

        private static PageActionDescriptor? Undescribed(Endpoint endpoint) =>
            endpoint.Metadata.GetMetadata<PageActionDescriptor>() is { } page and not CompiledPageActionDescriptor ? page : null;
    }
}
