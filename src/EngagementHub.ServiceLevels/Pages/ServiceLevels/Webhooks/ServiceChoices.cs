using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.ServiceLevels.Pages.ServiceLevels.Webhooks;

internal static class ServiceChoices
{
    extension(HubDb db)
    {
        /// <summary>Every service of the catalogue, by name, to choose from.</summary>
        public async Task<IReadOnlyList<SelectListItem>> ServiceChoicesAsync() =>
            [.. (await db.Services.AsNoTracking().OrderBy(service => service.Name).ToListAsync()).Select(service => new SelectListItem(service.Name, service.Slug))];
    }
}
