using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace EngagementHub.Core.Web.Overload;

/// <summary>Where a request stands that is about to cost something: it goes on with a place, or is told that the hub is too busy.</summary>
internal sealed class Gate(OverloadSettings settings, Admission admission, IOptions<HubOptions> hub)
{
    private static readonly object Mark = new();

    private readonly BusyAnswer _busy = new(hub.Value.Theme);

    /// <summary>Goes on when it is the request's turn, or refuses it at once.</summary>
    public async Task PassAsync(HttpContext context, RequestDelegate next)
    {
        if (IsIn(context))
        {
            await next(context);
            return;
        }

        using var place = await admission.EnterAsync(context.RequestAborted);
        if (place is null)
        {
            await _busy.SendAsync(context);
            return;
        }

        context.Items[Mark] = Mark;
        await next(context);
    }

    /// <summary>Goes on at once, and takes a place from the others: for what many wait for.</summary>
    public async Task PassNowAsync(HttpContext context, RequestDelegate next)
    {
        using var place = IsIn(context) ? null : admission.EnterNow();
        context.Items[Mark] = Mark;
        await next(context);
    }

    // A page about what failed is made by sending the request through again: it is at work already.
    private bool IsIn(HttpContext context) => settings.Fewest == 0 || context.Items.ContainsKey(Mark);
}
