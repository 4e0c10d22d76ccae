using Microsoft.AspNetCore.Html;

namespace EngagementHub.Core.Ports;

/// <summary>Something alive inside a post, written on a line of its own as <c>[[name:argument]]</c>.</summary>
public interface IPostEmbed
{
    /// <summary>The name before the colon, as in <c>service-level</c>.</summary>
    string Name { get; }

    /// <summary>The markup, or nothing when the argument names nothing (the line is then shown as it was written).</summary>
    /// <param name="argument">What stands after the colon.</param>
    /// <param name="asOf">UTC instant the post was published: the figure of then stands beside that of now.</param>
    /// <param name="cancellation">Ends the work early.</param>
    Task<IHtmlContent?> RenderAsync(string argument, DateTimeOffset asOf, CancellationToken cancellation = default);
}
