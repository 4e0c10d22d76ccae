using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EngagementHub.Conversation.Concealment;

/// <summary>One person in one discussion, as "Anonymous 3". Goes when the discussion's key goes; the number stays on the comments.</summary>
[Unseen]
internal sealed class Voice : Entity
{
    private Voice(Guid discussionId, string mark, int number) => (DiscussionId, Mark, Number) = (discussionId, mark, number);

    public Guid DiscussionId { get; private set; }

    public string Mark { get; private set; }

    public int Number { get; private set; }

    /// <summary>The number of whoever has that mark, among the voices that were loaded: the one given before, or the next.</summary>
    public static int NumberOf(HubDb db, Guid discussion, string mark)
    {
        Voice[] all = [.. db.Voices.Local.Where(v => v.DiscussionId == discussion)];
        if (all.FirstOrDefault(v => v.Mark == mark) is { } before)
        {
            return before.Number;
        }

        var next = new Voice(discussion, mark, all.Select(v => v.Number).DefaultIfEmpty().Max() + 1);
        db.Voices.Add(next);
        return next.Number;
    }
}

internal sealed class VoiceMap : IEntityTypeConfiguration<Voice>
{
    public void Configure(EntityTypeBuilder<Voice> voice)
    {
        voice.ToTable("conversation_voices");
        voice.Property(v => v.Mark).HasMaxLength(64);
        voice.HasIndex(v => new { v.DiscussionId, v.Mark }).IsUnique();
        voice.HasIndex(v => new { v.DiscussionId, v.Number }).IsUnique();
    }
}
