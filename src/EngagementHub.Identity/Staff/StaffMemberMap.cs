using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EngagementHub.Identity.Staff;

internal sealed class StaffMemberMap : IEntityTypeConfiguration<StaffMember>
{
    public void Configure(EntityTypeBuilder<StaffMember> staff)
    {
        staff.ToTable("identity_staff");
        staff.Property(s => s.UserName).HasMaxLength(100);
        staff.Property(s => s.Name).HasMaxLength(200);
        staff.Property(s => s.Title).HasMaxLength(200);
        staff.Property(s => s.Mail).HasMaxLength(254);
        staff.PrimitiveCollection(s => s.Roles).HasField("_roles").UsePropertyAccessMode(PropertyAccessMode.Field).ElementType().HasMaxLength(60);
        staff.Ignore(s => s.Administers);
        staff.HasIndex(s => s.UserName).IsUnique();
    }
}
