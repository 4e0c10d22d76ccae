using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EngagementHub.Notifications.Mail;

/// <summary>A mail that waits to be sent. Queued with the change that caused it; sent at least once, always under the same Message-ID.</summary>
[Unseen]
internal sealed class OutboxMessage : Entity
{
    private const int LongestError = 1000;
    private static readonly TimeSpan LongestWait = TimeSpan.FromHours(4);

    private OutboxMessage(string to, string subject, string text, DateTimeOffset queuedAt) =>
        (To, Subject, Text, QueuedAt, NextTryAt) = (to, subject, text, queuedAt, queuedAt);

    public string To { get; private set; }

    public string Subject { get; private set; }

    public string Text { get; private set; }

    /// <summary>The record by which another module writes it when it is sent; nothing when its words stand here.</summary>
    public SubjectRef? Letter { get; private set; }

    public SubjectRef? About { get; private set; }

    /// <summary>What its writer needs at every try; forgotten with the last.</summary>
    public string? Secret { get; private set; }

    public DateTimeOffset QueuedAt { get; private set; }

    public DateTimeOffset NextTryAt { get; private set; }

    public int Tries { get; private set; }

    public string? LastError { get; private set; }

    public DateTimeOffset? SentAt { get; private set; }

    public DateTimeOffset? CancelledAt { get; private set; }

    public string? CancelledBecause { get; private set; }

    /// <summary>Until then one node is sending it, and no other may. On the machine's clock, whatever day the hub shows.</summary>
    public DateTimeOffset? HeldUntil { get; private set; }

    public static OutboxMessage Queue(string to, string subject, string text, DateTimeOffset at) => new(to, subject.OnOneLine(), text, at);

    public static OutboxMessage Queue(QueuedLetter letter, DateTimeOffset at) =>
        new("", "", "", at) { Letter = letter.Letter, About = letter.About, Secret = letter.Secret };

    public void MarkSent(DateTimeOffset at) => (SentAt, LastError, Secret, Tries) = (at, null, null, Tries + 1);

    public void Cancel(string why, DateTimeOffset at)
    {
        if (SentAt is null)
        {
            (CancelledAt, CancelledBecause, Secret) = (at, why, null);
        }
    }

    public void Strike(WordsStruck struck) => (Subject, Text) = (struck.In(Subject), struck.In(Text));

    /// <summary>Waits longer after each failure: half a minute, then twice as long each time, at most four hours.</summary>
    public void MarkFailed(string error, DateTimeOffset at)
    {
        var said = error.Length <= LongestError ? error : error[..LongestError];
        var wait = TimeSpan.FromSeconds(30 * Math.Pow(2, Math.Min(Tries, 20)));
        (Tries, LastError, NextTryAt) = (Tries + 1, said, at + (wait < LongestWait ? wait : LongestWait));
    }
}

internal sealed class OutboxMessageMap : IEntityTypeConfiguration<OutboxMessage>
{
    public void Configure(EntityTypeBuilder<OutboxMessage> message)
    {
        message.ToTable("notifications_outbox");
        message.Property(m => m.To).HasMaxLength(254);
        message.Property(m => m.Subject).HasMaxLength(300);
        message.Property(m => m.LastError).HasMaxLength(1000);
        message.Property(m => m.CancelledBecause).HasMaxLength(300);
        message.Property(m => m.Secret).HasMaxLength(100);
        message.HasIndex(m => new { m.SentAt, m.NextTryAt });
        message.HasIndex(m => m.About);
    }
}
