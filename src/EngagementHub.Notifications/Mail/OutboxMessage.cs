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

    /// <summary>Whom it tells something; nobody for a letter, whose record knows it.</summary>
    public StaffId? Person { get; private set; }

    /// <summary>Which of the kinds the person chooses how to hear of.</summary>
    public string? Kind { get; private set; }

    public DateTimeOffset QueuedAt { get; private set; }

    public DateTimeOffset NextTryAt { get; private set; }

    public int Tries { get; private set; }

    public string? LastError { get; private set; }

    public DateTimeOffset? SentAt { get; private set; }

    public DateTimeOffset? CancelledAt { get; private set; }

    public string? CancelledBecause { get; private set; }

    /// <summary>Until then one node is sending it, and no other may. On the machine's clock, whatever day the hub shows.</summary>
    public DateTimeOffset? HeldUntil { get; private set; }

    /// <summary>The address of the try that is under way; not kept.</summary>
    public string? SentTo { get; private set; }

    public static OutboxMessage Queue(string to, string subject, string text, DateTimeOffset at) => new(to, subject.OnOneLine(), text, at);

    /// <summary>A notice, which its reader can stop by one click.</summary>
    public static OutboxMessage Tell(StaffCard person, Notice notice, string text, DateTimeOffset at) =>
        new(person.Mail!, notice.Subject.OnOneLine(), text, at) { Person = person.Id, Kind = notice.Kind };

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

    public void Unname(string name) => (Subject, Text) = (Unnamed.Subject(Subject, name), Unnamed.Text(Text, name));

    public void Strike(WordsStruck struck) => (Subject, Text) = (struck.In(Subject), struck.In(Text));

    /// <summary>The address it goes to this time; that of a letter is known when it is written.</summary>
    public void IsFor(string address) => SentTo = address;

    /// <summary>The node that sends it keeps it for longer.</summary>
    public void IsHeld(DateTimeOffset until) => HeldUntil = until;

    /// <summary>Its address is stopped: it is not tried, and goes when somebody lifts that.</summary>
    public void WaitForLift(DateTimeOffset at) => (LastError, NextTryAt) = ("The address is stopped", at + LongestWait);

    /// <summary>Waits longer after each failure: half a minute, then twice as long each time, at most four hours.</summary>
    public void MarkFailed(string error, DateTimeOffset at, TimeSpan? first = null)
    {
        // What the server said may run over several lines and repeat the address: it is kept on one, without it.
        var said = WithoutAddress(error.OnOneLine());
        said = said.Length <= LongestError ? said : said[..LongestError];
        var wait = (first ?? TimeSpan.FromSeconds(30)) * Math.Pow(2, Math.Min(Tries, 20));
        (Tries, LastError, NextTryAt) = (Tries + 1, said, at + (wait < LongestWait ? wait : LongestWait));
    }

    private string WithoutAddress(string said) => SentTo is { Length: > 0 } address ? said.Replace(address, "the address", StringComparison.OrdinalIgnoreCase) : said;
}

internal sealed class OutboxMessageMap : IEntityTypeConfiguration<OutboxMessage>
{
    public void Configure(EntityTypeBuilder<OutboxMessage> message)
    {
        message.ToTable("notifications_outbox");
        message.Ignore(m => m.SentTo);
        message.Property(m => m.To).HasMaxLength(254);
        message.Property(m => m.Subject).HasMaxLength(300);
        message.Property(m => m.LastError).HasMaxLength(1000);
        message.Property(m => m.CancelledBecause).HasMaxLength(300);
        message.Property(m => m.Secret).HasMaxLength(100);
        message.Property(m => m.Kind).HasMaxLength(60);
        message.HasIndex(m => m.Person);
        message.HasIndex(m => new { m.SentAt, m.NextTryAt });
        message.HasIndex(m => m.About);
    }
}
