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
public sealed record Notice(string Subject, string Text, string Link, string Reason);
