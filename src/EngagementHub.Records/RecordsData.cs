using EngagementHub.Records.Disclosure;
using EngagementHub.Records.People;
using EngagementHub.Records.Retention;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.Records;

internal static class RecordsData
{
    extension(HubDb db)
    {
        public DbSet<DisclosurePack> Packs => db.Set<DisclosurePack>();

        public DbSet<Forgotten> Forgotten => db.Set<Forgotten>();

        public DbSet<RetentionChoice> RetentionChoices => db.Set<RetentionChoice>();

        public DbSet<RetentionRun> RetentionRuns => db.Set<RetentionRun>();
    }
}
