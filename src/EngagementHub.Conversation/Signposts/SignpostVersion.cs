using EngagementHub.Conversation.Moderation;
using EngagementHub.Core.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EngagementHub.Conversation.Signposts;

/// <summary>A signpost as it stood from one change to the next. Added, never edited.</summary>
internal sealed class SignpostVersion : Entity
{
    private SignpostVersion(Guid key, int number, StaffId by, DateTimeOffset at) => (Key, Number, By, At) = (key, number, by, at);

    public Guid Key { get; private set; }

    public int Number { get; private set; }

    public string Name { get; private set; } = "";

    public string Words { get; private set; } = "";

    public string Advice { get; private set; } = "";

    public string Contact { get; private set; } = "";

    public string ContactUrl { get; private set; } = "";

    public bool IsOff { get; private set; }

    public StaffId By { get; private set; }

    public DateTimeOffset At { get; private set; }

    public Signpost Signpost => new(Key, Name, Words, Advice, Contact, ContactUrl, IsOff);

    public static SignpostVersion Of(Signpost signpost, int number, Ruling ruling)
    {
        PhraseBook.Of(signpost.Words);
        CommentText.ToHtml(signpost.Advice);
        if (!IsAddress(signpost.ContactUrl))
        {
            throw new BrokenRuleException("Enter a web address, a mail address or a page of this site, for example https://… or mailto:… or /services", "ContactUrl");
        }

        var version = new SignpostVersion(signpost.Key, number, ruling.By, ruling.At)
        {
            Name = signpost.Name,
            Words = signpost.Words,
            Advice = signpost.Advice,
            Contact = signpost.Contact,
            ContactUrl = signpost.ContactUrl,
            IsOff = signpost.IsOff,
        };
        version.Raise(new SignpostChanged(version));
        return version;
    }

    private static bool IsAddress(string url) =>
        (url.StartsWith('/') && !url.StartsWith("//", StringComparison.Ordinal) && !url.Contains('\\', StringComparison.Ordinal))
        || (Uri.TryCreate(url, UriKind.Absolute, out var address) && address.Scheme is "http" or "https" or "mailto");
}

/// <summary>Somebody changed a signpost. What anybody wrote when they met it is recorded nowhere.</summary>
internal sealed record SignpostChanged(SignpostVersion To) : IAudited
{
    public AuditLine ToAudit() => new(To.By, To.At, "conversation.signpost.changed", new SubjectRef("conversation.signpost", To.Key), $"{To.Name}, version {To.Number}{(To.IsOff ? ", switched off" : "")}");
}

internal sealed class SignpostVersionMap : IEntityTypeConfiguration<SignpostVersion>
{
    public void Configure(EntityTypeBuilder<SignpostVersion> version)
    {
        version.ToTable("conversation_signposts");
        version.Ignore(v => v.Signpost);
        version.Property(v => v.Name).HasMaxLength(100);
        version.Property(v => v.Contact).HasMaxLength(200);
        version.Property(v => v.ContactUrl).HasMaxLength(500);
        version.HasIndex(v => new { v.Key, v.Number }).IsUnique();
    }
}
