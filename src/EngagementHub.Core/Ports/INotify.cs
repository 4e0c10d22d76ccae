namespace EngagementHub.Core.Ports;

/// <summary>Tells people something. The message is a row of the same unit of work; delivery happens afterwards, at least once.</summary>
public interface INotify
{
    /// <summary>Adds the notice to the current unit of work. The caller saves.</summary>
    Task TellAsync(StaffId to, Notice notice, CancellationToken cancellation = default);
}

/// <summary>What a person is told.</summary>
/// <param name="Subject">One line.</param>
/// <param name="Text">Plain text, a few sentences.</param>
/// <param name="Link">The local path where the person acts or reads on.</param>
/// <param name="Reason">Why this person receives it, as in "You are the guest host".</param>
public sealed record Notice(string Subject, string Text, string Link, string Reason)
{
    /// <summary>Which of the kinds a person may choose how to hear of; what the person has to do unless something else is said.</summary>
    public string Kind { get; init; } = NoticeKind.Work;
}

/// <summary>A kind of notice. Each person chooses how to hear of each kind; modules say which there are.</summary>
/// <param name="Name">Its name, as in <c>responses.promises</c>.</param>
/// <param name="Label">What it is called on the page of choices.</param>
/// <param name="Hint">What belongs to it.</param>
public sealed record NoticeKind(string Name, string Label, string Hint)
{
    /// <summary>What a person has to do.</summary>
    public const string Work = "work";
}

/// <summary>What people have chosen about mail, for letters that do not begin as notices. Published by the module that sends mail.</summary>
public interface IMailChoices
{
    /// <summary>Whether the person hears of that kind by mail at once; not when it waits for the letter of the day or is not mailed.</summary>
    Task<bool> TakesAtOnceAsync(StaffId who, string kind, CancellationToken cancellation = default);

    /// <summary>The header lines by which one click stops mail of that kind (RFC 8058).</summary>
    IReadOnlyList<KeyValuePair<string, string>> StopHeaders(StaffId who, string kind);
}
