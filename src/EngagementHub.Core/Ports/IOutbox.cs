namespace EngagementHub.Core.Ports;

/// <summary>Mail beyond notices. Only what it is about is kept; its words are written when it is sent, so that what was changed or taken down in between never leaves.</summary>
public interface IOutbox
{
    /// <summary>Adds the mail to the current unit of work. The caller saves.</summary>
    void Queue(QueuedLetter letter, DateTimeOffset at);

    /// <summary>Takes back, in the current unit of work, what waits and is about that thing. The caller saves.</summary>
    Task CancelAsync(SubjectRef about, string why, DateTimeOffset at, CancellationToken cancellation = default);
}

/// <summary>A mail that waits.</summary>
/// <param name="Letter">The module's own record of it, by which it is written.</param>
/// <param name="About">The one thing it is about, whose withdrawal cancels it; nothing where there are several.</param>
/// <param name="Secret">What its writer needs and nobody may keep, such as the token of a link; forgotten when it is sent.</param>
public sealed record QueuedLetter(SubjectRef Letter, SubjectRef? About, string Secret);

/// <summary>Writes the letters of one module at the moment they are sent.</summary>
public interface IWriteLetters
{
    /// <summary>Whether this module writes letters of that kind.</summary>
    bool Knows(string kind);

    /// <summary>Whether nobody may find out afterwards which letters of that kind were sent and to whom there was no reason to. All of them are then marked as done, one that could not be sent too: better lost than listed.</summary>
    bool IsDiscreet(string kind) => false;

    /// <summary>The letter, or nothing when there is no longer a reason to send it.</summary>
    /// <param name="letter">The module's record.</param>
    /// <param name="secret">What was handed over when it was queued.</param>
    /// <param name="site">The address of the site without a stroke at the end, before local paths.</param>
    /// <param name="now">The UTC instant of sending.</param>
    /// <param name="cancellation">Ends the work early.</param>
    Task<Letter?> WriteAsync(SubjectRef letter, string secret, string site, DateTimeOffset now, CancellationToken cancellation = default);
}

/// <summary>A mail as it leaves.</summary>
/// <param name="To">The address.</param>
/// <param name="Subject">One line.</param>
/// <param name="Text">The whole as plain text.</param>
/// <param name="Html">The same as a safe HTML document, or nothing.</param>
/// <param name="Headers">Further header lines.</param>
public sealed record Letter(string To, string Subject, string Text, string? Html, params IReadOnlyList<KeyValuePair<string, string>> Headers);
