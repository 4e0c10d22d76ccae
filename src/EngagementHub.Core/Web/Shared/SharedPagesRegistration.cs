using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.ApplicationModels;
using Microsoft.Extensions.DependencyInjection;

namespace EngagementHub.Core.Web.Shared;

/// <summary>Pages of which all readers of one kind get the same bytes.</summary>
public static class SharedPagesRegistration
{
    /// <summary>The cookie in which a notice waits for the next page; over https with the prefix <c>__Host-</c>.</summary>
    public const string NoticeCookie = "hub-said";

    /// <summary>Shares the pages of these names among readers.</summary>
    public static PageConventionCollection Shared(this PageConventionCollection pages, params IReadOnlyList<string> names)
    {
        ArgumentNullException.ThrowIfNull(pages);
        foreach (var name in names)
        {
            pages.AddPageApplicationModelConvention(name, page => page.EndpointMetadata.Add(new SharedWithReaders()));
        }

        return pages;
    }

    /// <summary>Lets pages be kept for readers.</summary>
    public static IServiceCollection AddSharedPages(this IServiceCollection services) => services.AddSingleton<SharedShelf>().AddSingleton<KnownReaders>();

    /// <summary>Gives shared pages to readers who were judged a moment ago. To be used where all that comes before also is before what every page goes through.</summary>
    /// <param name="app">The pipeline.</param>
    /// <param name="answered">Told of each request that is answered here.</param>
    public static IApplicationBuilder UseQuickPages(this IApplicationBuilder app, Action<HttpContext> answered) => app.UseMiddleware<QuickPages>(answered);

    /// <summary>Makes shared pages and gives them from memory. To be used after authorisation.</summary>
    public static IApplicationBuilder UseSharedPages(this IApplicationBuilder app) => app.UseMiddleware<SharedPages>();
}

internal sealed class SharedWithReaders;
