using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EngagementHub.ServiceLevels.Calendars;

internal sealed class StoredCalendarMap : IEntityTypeConfiguration<StoredCalendar>
{
    public void Configure(EntityTypeBuilder<StoredCalendar> calendar)
    {
        calendar.ToTable("servicelevels_calendars");
        calendar.Property(c => c.Slug).HasMaxLength(80);
        calendar.Property(c => c.Name).HasMaxLength(200);
        calendar.Property(c => c.Zone).HasMaxLength(60);
        calendar.Property(c => c.Division).HasMaxLength(40);
        calendar.HasIndex(c => c.Slug).IsUnique();
        calendar.Ignore(c => c.Weeks).Ignore(c => c.Days);
        calendar.OwnsMany<DatedWeek>("_weeks", week =>
        {
            week.ToTable("servicelevels_calendar_weeks");
            week.WithOwner().HasForeignKey("CalendarId");
            week.Property<long>("Id");
            week.HasKey("Id");
            week.OwnsOne(w => w.Hours);
            week.Navigation(w => w.Hours).IsRequired();
        });
        calendar.OwnsMany<OwnDay>("_days", day =>
        {
            day.ToTable("servicelevels_calendar_days");
            day.WithOwner().HasForeignKey("CalendarId");
            day.Property<long>("Id");
            day.HasKey("Id");
            day.Property(d => d.Kind).HasMaxLength(20);
            day.Property(d => d.Name).HasMaxLength(200);
            day.Property(d => d.Hours).HasMaxLength(200);
        });
    }
}
