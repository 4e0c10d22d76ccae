using EngagementHub.Administration.Choices;
using EngagementHub.Administration.SitePages;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.Administration;

internal static class AdministrationData
{
    extension(HubDb db)
    {
        public DbSet<PageVersion> PageVersions => db.Set<PageVersion>();

        public DbSet<HubChoice> HubChoices => db.Set<HubChoice>();
    }
}
