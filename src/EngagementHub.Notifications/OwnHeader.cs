using EngagementHub.Core.Time;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.Notifications;

/// <summary>What the header says on a page of one reader's own; a page that is shared asks for it.</summary>
/// <param name="Name">The person's name.</param>
/// <param name="Notices">What the link to the notices says.</param>
internal sealed record OwnHeader(string Name, string Notices)
{
    public const string Address = "/notifications/header";

    public static void Map(IEndpointRouteBuilder endpoints) => endpoints.MapGet(Address, AnswerAsync).AllowAnonymous();

    public static string Words(int unread) => unread == 0 ? "Notices" : Say.Count(unread, "new notice");

    private static async Task<IResult> AnswerAsync(HubDb db, ICurrentStaff staff, HttpContext http)
    {
        http.Response.Headers.CacheControl = "no-store";
        if (await staff.CardAsync() is not { } card)
        {
            return Results.NoContent();
        }

        var unread = await db.Notifications.CountAsync(n => n.To == card.Id && n.ReadAt == null, http.RequestAborted);
        return Results.Json(new OwnHeader(card.Name, Words(unread)));
    }
}
