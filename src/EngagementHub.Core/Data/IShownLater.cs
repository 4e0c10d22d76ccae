namespace EngagementHub.Core.Data;

/// <summary>A thing that no page for all readers shows at first, such as a comment that waits for a moderator. While it is not shown, its coming leaves the pages that are kept for readers as they are.</summary>
public interface IShownLater
{
    /// <summary>Whether readers see it.</summary>
    bool IsShown { get; }
}

/// <summary>Marks what no page for all readers shows, such as a session or a mail: its coming and going leaves the pages that are kept for readers as they are.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class UnseenAttribute : Attribute;
