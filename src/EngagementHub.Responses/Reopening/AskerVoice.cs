using System.Security.Cryptography;
using System.Text;
using EngagementHub.Conversation;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EngagementHub.Responses.Reopening;

/// <summary>That one of those who asked said an answer does not answer it. Neither who, nor which comment, nor when: only a mark, so that each is heard once.</summary>
internal sealed class AskerVoice : Entity
{
    private AskerVoice(Guid answer, string mark) => (Answer, Mark) = (answer, mark);

    public Guid Answer { get; private set; }

    public string Mark { get; private set; }

    public static AskerVoice Of(Guid answer, ReceivedComment comment) => new(answer, MarkOf(answer, comment));

    // One person by name, one number where comments are kept together, else one comment.
    public static string MarkOf(Guid answer, ReceivedComment comment)
    {
        var asker = comment.Author is { } person ? $"person/{person}" : comment.Voice is { } number ? $"voice/{comment.On}/{number}" : $"comment/{comment.Id}";
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{answer}/{asker}")));
    }
}

internal sealed class AskerVoiceMap : IEntityTypeConfiguration<AskerVoice>
{
    public void Configure(EntityTypeBuilder<AskerVoice> voice)
    {
        voice.ToTable("responses_asker_voices");
        voice.Property(v => v.Mark).HasMaxLength(64);
        voice.HasIndex(v => new { v.Answer, v.Mark }).IsUnique();
    }
}
