using EngagementHub.ServiceLevels.Catalogue;
using EngagementHub.ServiceLevels.Levels;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.ServiceLevels.Pages.ServiceLevels.Define;

/// <summary>Says when a promise starts before the first ticket that is known, so that nobody waits for figures that cannot come.</summary>
internal sealed class DataBegin(HubDb db)
{
    public async Task<string> SayAsync(Service service, Step step)
    {
        var first = await db.Tickets.Where(ticket => ticket.ServiceId == service.Id).MinAsync(ticket => (DateTimeOffset?)ticket.OpenedAt);
        return first is { } at && DateOnly.FromDateTime(at.UtcDateTime) is var day && step.From < day
            ? $" It is promised from {Say.ShortDay(step.From)}, and the first ticket known is of {Say.ShortDay(day)}: before that there are no figures."
            : "";
    }
}
