using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.Extensions.DependencyInjection;

namespace EngagementHub.Tests.Hardening;

/// <summary>One endpoint of the hub, as its own inventory has it.</summary>
/// <param name="Pattern">With a leading stroke.</param>
/// <param name="Methods">What it answers to.</param>
/// <param name="Policies">Who may reach it.</param>
/// <param name="IsAnonymous">Whether it is open without any policy.</param>
public sealed partial record HubRoute(string Pattern, IReadOnlyList<string> Methods, IReadOnlyList<string> Policies, bool IsAnonymous)
{
    private static readonly string[] Any = ["GET", "POST"];

    public bool Takes(string method) => Methods.Contains(method);

    /// <summary>An address of that shape behind which there is nothing.</summary>
    public string Somewhere => Parameter().Replace(Pattern, m => m.Groups["rule"].Value switch
    {
        var rule when rule.Contains(":guid", StringComparison.Ordinal) => "0f8fad5b-d9cb-469f-a165-70867728950e",
        var rule when rule.Contains(":range(1990", StringComparison.Ordinal) => "2007",
        var rule when rule.Contains(":int", StringComparison.Ordinal) || rule.Contains(":long", StringComparison.Ordinal) => "7",
        _ => "nothing",
    });

    /// <summary>All endpoints but the files that never change, which are open to everybody.</summary>
    public static IReadOnlyList<HubRoute> Of(IServiceProvider services) =>
    [
        .. Described(services).Where(e => e.Metadata.GetMetadata<StaticAssetDescriptor>() is null && e.RoutePattern.RawText != "{**path:file}")
            .Select(e => new HubRoute(
                $"/{e.RoutePattern.RawText!.TrimStart('/')}",
                e.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods is { Count: > 0 } methods ? methods : Any,
                [.. e.Metadata.GetOrderedMetadata<IAuthorizeData>().Select(a => a.Policy ?? "")],
                e.Metadata.GetMetadata<IAllowAnonymous>() is not null))
            .OrderBy(r => r.Pattern, StringComparer.Ordinal),
    ];

    /// <summary>All endpoints with what they say of themselves; a page says that once it is described, as for whoever asks for it first.</summary>
    public static IEnumerable<RouteEndpoint> Described(IServiceProvider services)
    {
        var pages = services.GetRequiredService<PageLoader>();
        return services.GetServices<EndpointDataSource>().SelectMany(s => s.Endpoints).OfType<RouteEndpoint>()
            .Select(e => e.Metadata.GetMetadata<PageActionDescriptor>() is { } page ? (RouteEndpoint)pages.LoadAsync(page, e.Metadata).GetAwaiter().GetResult().Endpoint! : e);
    }

    [GeneratedRegex(@"\{\**[A-Za-z]+(?<rule>(:[a-z]+(\([^)]*\))?)*)\??\}")]
    private static partial Regex Parameter();
}
