using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EngagementHub.Notifications.Daily;

/// <summary>One person's letter of one day. It holds no words: they are written when it is sent, so that nothing withdrawn or struck leaves.</summary>
[Unseen]
internal sealed class DailyLetter : Entity
{
    public const string SubjectKind = "notifications.daily-letter";

    private DailyLetter(StaffId to, DateOnly day) => (To, Day) = (to, day);

    public StaffId To { get; private set; }

    public DateOnly Day { get; private set; }

    public SubjectRef Subject => new(SubjectKind, Id);

    public static DailyLetter On(DateOnly day, StaffId to) => new(to, day);
}

internal sealed class DailyLetterMap : IEntityTypeConfiguration<DailyLetter>
{
    public void Configure(EntityTypeBuilder<DailyLetter> letter)
    {
        letter.ToTable("notifications_daily_letters");
        letter.Ignore(l => l.Subject);
        letter.HasIndex(l => new { l.To, l.Day }).IsUnique();
    }
}
