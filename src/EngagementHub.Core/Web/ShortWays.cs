using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.ApplicationModels;

namespace EngagementHub.Core.Web;

/// <summary>Answers what is asked of a page without making the page, where the answer is plain. All that stands before a page stands before this: overload, where the request comes from, signing in, limits and rights.</summary>
public static class ShortWays
{
    /// <summary>Tries the short way before the page is begun.</summary>
    /// <param name="pages">The pages.</param>
    /// <param name="name">The page's name.</param>
    /// <param name="answer">Answers; or says that the page has to, and has left the response as it was.</param>
    public static PageConventionCollection ShortWay(this PageConventionCollection pages, string name, Func<HttpContext, Task<bool>> answer)
    {
        ArgumentNullException.ThrowIfNull(pages);
        pages.AddPageApplicationModelConvention(name, page => page.EndpointMetadata.Add(new Way(answer)));
        return pages;
    }

    /// <summary>To be used after authorisation.</summary>
    public static IApplicationBuilder UseShortWays(this IApplicationBuilder app) => app.Use((context, next) =>
        context.GetEndpoint()?.Metadata.GetMetadata<Way>() is { } way ? GoAsync(way, context, next) : next(context));

    private static async Task GoAsync(Way way, HttpContext context, RequestDelegate next)
    {
        if (!await way.Answer(context))
        {
            await next(context);
        }
    }

    private sealed record Way(Func<HttpContext, Task<bool>> Answer);
}
