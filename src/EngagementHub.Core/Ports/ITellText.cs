namespace EngagementHub.Core.Ports;

/// <summary>A module's answer to "what does this say?" for the kinds it owns.</summary>
public interface ITellText
{
    /// <summary>Whether this module owns that kind of thing.</summary>
    bool Knows(string kind);

    /// <summary>Its text as it was written, in Markdown; nothing when readers cannot see it.</summary>
    Task<string?> TextAsync(SubjectRef subject, CancellationToken cancellation = default);
}
