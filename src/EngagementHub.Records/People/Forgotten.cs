using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EngagementHub.Records.People;

/// <summary>That a person was forgotten: by whom, when and why. It says the number of the entry that is nobody's any more, and no name.</summary>
internal sealed class Forgotten : Entity
{
    public const int LongestReason = 500;

    private Forgotten(StaffId person, bool keepsName, string reason, StaffId by, DateTimeOffset at) => (Person, KeepsName, Reason, By, At) = (person, keepsName, reason, by, at);

    public StaffId Person { get; private set; }

    public bool KeepsName { get; private set; }

    public string Reason { get; private set; }

    public StaffId By { get; private set; }

    public DateTimeOffset At { get; private set; }

    /// <summary>The reason, without the name that is to go.</summary>
    public static string Because(string? reason, string name)
    {
        var why = Stated.OrRefused(reason, LongestReason, "Say why this person is forgotten, such as their own wish of a day", "Reason");
        return why.Contains(name, StringComparison.OrdinalIgnoreCase) ? throw new BrokenRuleException("The reason stays on record. Give it without the person's name", "Reason") : why;
    }

    public static Forgotten Of(Forgetting forgetting, string? reason, StaffId by)
    {
        if (by == forgetting.Card.Id)
        {
            throw new BrokenRuleException("You cannot forget yourself. Ask another administrator");
        }

        var why = Because(reason, forgetting.Card.Name);
        var forgotten = new Forgotten(forgetting.Card.Id, forgetting.KeepsNameInOffice, why, by, forgetting.At);
        forgotten.Raise(new PersonServed(forgetting.Card.Id, "forgotten", $"{(forgetting.KeepsNameInOffice ? "The name stays under acts of office" : "The name goes everywhere it can")}: {why}", by, forgetting.At));
        return forgotten;
    }
}

/// <summary>A person was given what is kept about them, or was forgotten.</summary>
internal sealed record PersonServed(StaffId Person, string Act, string? Why, StaffId By, DateTimeOffset At) : IAudited
{
    public AuditLine ToAudit() => new(By, At, $"records.person.{Act}", new SubjectRef("identity.staff", Person.Value), Why);
}

internal sealed class ForgottenMap : IEntityTypeConfiguration<Forgotten>
{
    public void Configure(EntityTypeBuilder<Forgotten> forgotten)
    {
        forgotten.ToTable("records_forgotten");
        forgotten.Property(f => f.Reason).HasMaxLength(Forgotten.LongestReason);
        forgotten.HasIndex(f => f.Person).IsUnique();
    }
}
