using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EngagementHub.Records.People;

/// <summary>That somebody took away what is kept about a person.</summary>
internal sealed class PersonTold : Entity
{
    private PersonTold(StaffId person, StaffId by, DateTimeOffset at) => (Person, By, At) = (person, by, at);

    public StaffId Person { get; private set; }

    public StaffId By { get; private set; }

    public DateTimeOffset At { get; private set; }

    public static PersonTold Of(StaffId person, StaffId by, DateTimeOffset at)
    {
        var told = new PersonTold(person, by, at);
        told.Raise(new PersonServed(person, "told", null, by, at));
        return told;
    }
}

internal sealed class PersonToldMap : IEntityTypeConfiguration<PersonTold>
{
    public void Configure(EntityTypeBuilder<PersonTold> told)
    {
        told.ToTable("records_told");
        told.HasIndex(t => t.Person);
    }
}
