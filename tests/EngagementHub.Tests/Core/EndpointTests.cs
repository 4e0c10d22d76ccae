using EngagementHub.Tests.Hardening;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;

namespace EngagementHub.Tests.Core;

public sealed class EndpointTests(HubFixture hub) : IClassFixture<HubFixture>
{
    // What is open to everyone is written down here; anything else asks for a right or at least a signed-in person.
    private static readonly string[] Open =
        ["/account/sign-in", "/account/sign-in/again", "/signin-oidc", "/account/sign-out", "/account/signing-out", "/account/signed-out", "/error", "/status/{code:int}", "/{name:regex(^(accessibility|privacy|contact)$)}", "/demonstration/clock",
            // Keeps what was typed when the session has ended; shows the discussion only to those who may read.
            "/comments/write",
            // The token in the address is the right: mail servers post there without a session.
            "/mail/unsubscribe/{token}", "/mail/notices/{token}"];

    [Fact]
    public void Only_pages_on_the_list_are_open_to_everyone()
    {
        var open = Pages().Where(e => e.Metadata.GetOrderedMetadata<IAuthorizeData>().Any(a => a.Policy == "hub.open") || e.Metadata.GetMetadata<IAllowAnonymous>() is not null);

        Assert.Empty(open.Select(Route).Except(Open));
    }

    [Fact]
    public void Every_page_is_reached_by_a_stated_route()
    {
        Assert.All(Pages(), e => Assert.False(Route(e).EndsWith("/index", StringComparison.OrdinalIgnoreCase), Route(e)));
    }

    private IEnumerable<RouteEndpoint> Pages() => HubRoute.Described(hub.Services)
        .Where(e => e.Metadata.GetMetadata<PageActionDescriptor>() is not null);

    private static string Route(RouteEndpoint endpoint) => "/" + endpoint.RoutePattern.RawText!.TrimStart('/');
}
