using EngagementHub.Plans.Benefits;
using EngagementHub.Plans.Measures;
using EngagementHub.Plans.Plans;
using EngagementHub.Plans.Reminders;
using EngagementHub.Plans.Reviews;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.Plans;

internal static class PlansData
{
    extension(HubDb db)
    {
        public DbSet<Plan> Plans => db.Set<Plan>();

        public DbSet<PlannedAction> PlannedActions => db.Set<PlannedAction>();

        public DbSet<Measure> PlanMeasures => db.Set<Measure>();

        public DbSet<Review> PlanReviews => db.Set<Review>();

        public DbSet<Programme> Programmes => db.Set<Programme>();

        public DbSet<Benefit> Benefits => db.Set<Benefit>();

        public DbSet<ActionReminder> ActionReminders => db.Set<ActionReminder>();
    }
}
