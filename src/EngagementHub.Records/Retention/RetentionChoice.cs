using EngagementHub.Core.Time;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EngagementHub.Records.Retention;

/// <summary>How long somebody chose to keep a kind of record.</summary>
internal sealed class RetentionChoice : Entity
{
    public const int MostDays = 3650;

    private RetentionChoice(string kind) => Kind = kind;

    public string Kind { get; private set; }

    public int Days { get; private set; }

    public StaffId By { get; private set; }

    public DateTimeOffset At { get; private set; }

    public static RetentionChoice Of(RetainedRecord record) => new(record.Name);

    public void Choose(int? days, RetainedRecord record, StaffId by, DateTimeOffset at)
    {
        if (days is not { } chosen || chosen < record.LeastDays || chosen > MostDays)
        {
            throw new BrokenRuleException($"“{record.Title}” can be kept from {record.LeastDays} to {MostDays:N0} days. Enter a number of days", "Days");
        }

        if (chosen == Days)
        {
            return;
        }

        Raise(new RetentionChosen(Id, record.Title, Days == 0 ? record.UsualDays!.Value : Days, chosen, by, at));
        (Days, By, At) = (chosen, by, at);
    }
}

/// <summary>Somebody decided how long a kind of record is kept.</summary>
internal sealed record RetentionChosen(Guid Choice, string Title, int From, int To, StaffId By, DateTimeOffset At) : IAudited
{
    public AuditLine ToAudit() => new(By, At, "records.retention.chosen", new SubjectRef("records.retention", Choice), $"{Title}: from {Say.Count(From, "day")} to {Say.Count(To, "day")}");
}

internal sealed class RetentionChoiceMap : IEntityTypeConfiguration<RetentionChoice>
{
    public void Configure(EntityTypeBuilder<RetentionChoice> choice)
    {
        choice.ToTable("records_retention");
        choice.Property(c => c.Kind).HasMaxLength(60);
        choice.HasIndex(c => c.Kind).IsUnique();
    }
}
