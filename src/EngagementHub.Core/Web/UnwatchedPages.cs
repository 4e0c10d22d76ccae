using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Mvc.ApplicationModels;

namespace EngagementHub.Core.Web;

/// <summary>Pages on which somebody may write without a name.</summary>
public static class UnwatchedPages
{
    /// <summary>Leaves the folder's pages out of traces and of request metrics: the minute of a request is all that an anonymous writer leaves behind, so it is not kept.</summary>
    public static PageConventionCollection Unwatched(this PageConventionCollection pages, string folder)
    {
        ArgumentNullException.ThrowIfNull(pages);
        pages.AddFolderApplicationModelConvention(folder, page => page.EndpointMetadata.Add(new NotMeasured()));
        return pages;
    }

    private sealed class NotMeasured : IDisableHttpMetricsMetadata;
}
