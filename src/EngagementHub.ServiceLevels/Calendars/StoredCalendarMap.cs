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
        calendar.Ignore(c => c.Weeks).Ignore(c => c.Days).Ignore(c => c.Text);
        // Holds only what was recorded since it was read: versions are read from their own table.
        calendar.HasMany<CalendarVersion>("_newVersions").WithOne().HasForeignKey(version => version.CalendarId).OnDelete(DeleteBehavior.Restrict);
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

internal sealed class CalendarVersionMap : IEntityTypeConfiguration<CalendarVersion>
{
    public void Configure(EntityTypeBuilder<CalendarVersion> version)
    {
        version.ToTable("servicelevels_calendar_versions");
        version.Property(v => v.Id).ValueGeneratedNever();
        version.Property(v => v.Why).HasMaxLength(2000);
        version.Ignore(v => v.Text);
        version.HasIndex(v => new { v.CalendarId, v.Number }).IsUnique();
    }
}

internal sealed class HolidayFileMap : IEntityTypeConfiguration<HolidayFile>
{
    public void Configure(EntityTypeBuilder<HolidayFile> list)
    {
        list.ToTable("servicelevels_holiday_lists");
        list.Property(l => l.Source).HasMaxLength(400);
        list.Property(l => l.Sha256).HasMaxLength(64);
        list.Ignore(l => l.Holidays).Ignore(l => l.Struck).Ignore(l => l.IsInForce).Ignore(l => l.IsWaiting);
        list.HasIndex(l => l.Number).IsUnique();
    }
}
