using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EngagementHub.Responses.Boards;

/// <summary>That one of those who sort has read a comment, before or without deciding where it goes.</summary>
[Unseen]
internal sealed class CommentReading : Entity
{
    private CommentReading(SubjectRef scope, Guid comment, StaffId by, DateTimeOffset at) => (Scope, Comment, By, At) = (scope, comment, by, at);

    public SubjectRef Scope { get; private set; }

    public Guid Comment { get; private set; }

    public StaffId By { get; private set; }

    public DateTimeOffset At { get; private set; }

    public static CommentReading Mark(SubjectRef scope, Guid comment, StaffId by, DateTimeOffset at)
    {
        var reading = new CommentReading(scope, comment, by, at);
        reading.Raise(new CommentRead(comment, by, at));
        return reading;
    }
}

internal sealed record CommentRead(Guid Comment, StaffId By, DateTimeOffset At) : IAudited
{
    public AuditLine ToAudit() => new(By, At, "responses.comment.read", new SubjectRef(ResponsesModule.CommentKind, Comment));
}

internal sealed class CommentReadingMap : IEntityTypeConfiguration<CommentReading>
{
    public void Configure(EntityTypeBuilder<CommentReading> reading)
    {
        reading.ToTable("responses_readings");
        reading.HasIndex(r => r.Comment).IsUnique();
        reading.HasIndex(r => r.Scope);
    }
}
