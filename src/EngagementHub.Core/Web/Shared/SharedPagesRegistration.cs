using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Mvc.ApplicationModels;

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

    /// <summary>Gives shared pages from memory. To be used after authorisation.</summary>
    public static IApplicationBuilder UseSharedPages(this IApplicationBuilder app) => app.UseMiddleware<SharedPages>();
}

internal sealed class SharedWithReaders;
