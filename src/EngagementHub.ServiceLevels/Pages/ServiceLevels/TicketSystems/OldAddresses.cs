using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace EngagementHub.ServiceLevels.Pages.ServiceLevels.TicketSystems;

/// <summary>Web services had pages of their own once: who kept their addresses is led to those of ticket systems.</summary>
internal static class OldAddresses
{
    private const string Old = "/service-levels/rest-sources";
    private const string Now = "/service-levels/sources";

    public static void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet(Old, () => Moved("")).RequireAuthorization(ServiceLevelsModule.Connect).ExcludeFromDescription();
        endpoints.MapGet(Old + "/add", () => Moved("/add")).RequireAuthorization(ServiceLevelsModule.Connect).ExcludeFromDescription();
        endpoints.MapGet(Old + "/{name}", (string name) => Moved("/" + Uri.EscapeDataString(name))).RequireAuthorization(ServiceLevelsModule.Connect).ExcludeFromDescription();
        endpoints.MapGet(Old + "/{name}/edit", (string name) => Moved($"/{Uri.EscapeDataString(name)}/reading")).RequireAuthorization(ServiceLevelsModule.Connect).ExcludeFromDescription();
    }

    private static IResult Moved(string rest) => Results.LocalRedirect(Now + rest, permanent: true);
}
