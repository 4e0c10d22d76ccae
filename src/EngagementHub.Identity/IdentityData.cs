using EngagementHub.Identity.Roles;
using EngagementHub.Identity.Sessions;
using EngagementHub.Identity.Staff;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.Identity;

internal static class IdentityData
{
    extension(HubDb db)
    {
        public DbSet<StaffMember> Staff => db.Set<StaffMember>();

        public DbSet<Role> Roles => db.Set<Role>();

        public DbSet<Login> Logins => db.Set<Login>();

        public DbSet<Session> Sessions => db.Set<Session>();
    }
}
