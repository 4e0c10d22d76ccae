using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EngagementHub.Identity.Staff;

/// <summary>By whom a provider knows a member of staff. Two providers that use the same name, or the same address, speak of two people.</summary>
[Unseen]
internal sealed class Login : Entity
{
    private Login(string issuer, string subject, StaffId person) => (Issuer, Subject, Person) = (issuer, subject, person);

    public string Issuer { get; private set; }

    public string Subject { get; private set; }

    public StaffId Person { get; private set; }

    public static Login Of(string issuer, string subject, StaffId person) => new(issuer, subject, person);
}

internal sealed class LoginMap : IEntityTypeConfiguration<Login>
{
    public void Configure(EntityTypeBuilder<Login> login)
    {
        login.ToTable("identity_logins");
        login.Property(l => l.Issuer).HasMaxLength(300);
        login.Property(l => l.Subject).HasMaxLength(255);
        login.HasIndex(l => new { l.Issuer, l.Subject }).IsUnique();
        login.HasIndex(l => l.Person);
    }
}
