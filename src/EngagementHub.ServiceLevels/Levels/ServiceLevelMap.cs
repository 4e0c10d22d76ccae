using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EngagementHub.ServiceLevels.Levels;

internal sealed class ServiceLevelMap : IEntityTypeConfiguration<ServiceLevel>
{
    public void Configure(EntityTypeBuilder<ServiceLevel> level)
    {
        level.ToTable("servicelevels_levels");
        level.Property(l => l.Slug).HasMaxLength(80);
        level.Property(l => l.Name).HasMaxLength(200);
        level.Property(l => l.Category).HasMaxLength(200);
        level.HasIndex(l => new { l.ServiceId, l.Slug }).IsUnique();
        level.Property(l => l.Stops).HasDefaultValue(Stops.Resolution);
        level.Ignore(l => l.Steps).Ignore(l => l.Counts).Ignore(l => l.HasTickets);
        level.OwnsMany<Step>("_steps", step =>
        {
            step.ToTable("servicelevels_steps");
            step.WithOwner().HasForeignKey("LevelId");
            step.Property<long>("Id");
            step.HasKey("Id");
            step.Property(s => s.Target).HasPrecision(9, 2);
        });
        level.OwnsMany<MonthlyCount>("_counts", count =>
        {
            count.ToTable("servicelevels_counts");
            count.WithOwner().HasForeignKey("LevelId");
            count.Property<long>("Id");
            count.HasKey("Id");
        });
    }
}

internal sealed class CutOffCalendarMap : IEntityTypeConfiguration<CutOffCalendar>
{
    private const string Form = "yyyy-MM-dd HH:mm";

    public void Configure(EntityTypeBuilder<CutOffCalendar> calendar)
    {
        calendar.ToTable("servicelevels_cutoff_calendars");
        calendar.Property(c => c.Slug).HasMaxLength(80);
        calendar.Property(c => c.Name).HasMaxLength(200);
        calendar.Property(c => c.Zone).HasMaxLength(60);
        calendar.HasIndex(c => c.Slug).IsUnique();
        calendar.Ignore(c => c.Turns);
        calendar.OwnsMany<DatedCutOff>("_turns", turn =>
        {
            turn.ToTable("servicelevels_cutoffs");
            turn.WithOwner().HasForeignKey("CalendarId");
            turn.Property<long>("Id");
            turn.HasKey("Id");
            turn.Property(t => t.ReceivedBy).HasConversion(at => at.ToString(Form, CultureInfo.InvariantCulture), text => DateTime.ParseExact(text, Form, CultureInfo.InvariantCulture)).HasMaxLength(16);
            turn.Property(t => t.DueBy).HasConversion(at => at.ToString(Form, CultureInfo.InvariantCulture), text => DateTime.ParseExact(text, Form, CultureInfo.InvariantCulture)).HasMaxLength(16);
        });
    }
}
