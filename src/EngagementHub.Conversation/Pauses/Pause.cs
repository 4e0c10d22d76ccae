using EngagementHub.Conversation.Discussions;
using EngagementHub.Conversation.Moderation;
using EngagementHub.Core.Time;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EngagementHub.Conversation.Pauses;

/// <summary>Comments are closed on all or some blogs from one day to another, as before an election. They open again by themselves.</summary>
internal sealed class Pause : Entity
{
    private List<string> _blogs = [];

    private Pause(DateOnly firstDay, DateOnly lastDay, string reason, StaffId by, DateTimeOffset at) =>
        (FirstDay, LastDay, Reason, By, At) = (firstDay, lastDay, reason, by, at);

    public DateOnly FirstDay { get; private set; }

    public DateOnly LastDay { get; private set; }

    public string Reason { get; private set; }

    /// <summary>The blogs it is about; all when there are none.</summary>
    public IReadOnlyList<string> Blogs => _blogs;

    public StaffId By { get; private set; }

    public DateTimeOffset At { get; private set; }

    public StaffId? LiftedBy { get; private set; }

    public DateTimeOffset? LiftedAt { get; private set; }

    public string Where => Blogs.Count == 0 ? "all blogs" : string.Join(", ", Blogs.Select(NameOf));

    public string Sentence => $"Comments are closed until the end of {Say.Day(LastDay)}: {Reason.TrimEnd('.', ' ')}";

    /// <summary>A blog in words, from the last part of its address.</summary>
    public static string NameOf(string blog) => $"the {blog.Replace('-', ' ')} blog";

    public static Pause Set(DateOnly firstDay, DateOnly lastDay, IEnumerable<string> blogs, string? reason, Ruling ruling)
    {
        Check(firstDay, lastDay, reason);
        var pause = new Pause(firstDay, lastDay, Moderation.Reason.Required(reason), ruling.By, ruling.At) { _blogs = [.. blogs.Distinct().Order(StringComparer.Ordinal)] };
        pause.Raise(new CommentsPaused(pause.Id, ruling.By, ruling.At, $"{Say.Days(firstDay, lastDay)}, {pause.Where}: {pause.Reason}"));
        return pause;
    }

    /// <summary>Refuses days in the wrong order and a pause without a reason.</summary>
    public static void Check(DateOnly? firstDay, DateOnly? lastDay, string? reason)
    {
        var rules = new BrokenRules();
        if (lastDay < firstDay)
        {
            rules.Look(() => throw new BrokenRuleException("The last day must be on or after the first day", nameof(LastDay)));
        }

        rules.Look(() => Moderation.Reason.Required(reason));
        rules.Refuse();
    }

    public bool IsInForce(DateTimeOffset at, DateOnly today) => FirstDay <= today && today <= LastDay && !(LiftedAt <= at);

    public bool IsOver(DateTimeOffset at, DateOnly today) => LastDay < today || LiftedAt <= at;

    public bool Concerns(Discussion discussion) => Blogs.Count == 0 || (discussion.Blog is { } blog && Blogs.Contains(blog));

    public void Lift(Ruling ruling)
    {
        if (LiftedAt is null)
        {
            (LiftedBy, LiftedAt) = (ruling.By, ruling.At);
            Raise(new CommentsResumed(Id, ruling.By, ruling.At));
        }
    }
}

internal sealed class PauseMap : IEntityTypeConfiguration<Pause>
{
    public void Configure(EntityTypeBuilder<Pause> pause)
    {
        pause.ToTable("conversation_pauses");
        pause.Property(p => p.Reason).HasMaxLength(Moderation.Reason.Longest);
        pause.PrimitiveCollection(p => p.Blogs).HasField("_blogs").UsePropertyAccessMode(PropertyAccessMode.Field).ElementType().HasMaxLength(200);
        pause.HasIndex(p => p.LastDay);
    }
}
