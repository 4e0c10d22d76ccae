using EngagementHub.Identity.Roles;
using EngagementHub.Identity.Staff;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.Identity;

internal static class IdentityData
{
    extension(HubDb db)
    {
        public DbSet<StaffMember> Staff => db.Set<StaffMember>();

        public DbSet<Role> Roles => db.Set<Role>();
    }
}
