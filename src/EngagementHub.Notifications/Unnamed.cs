using EngagementHub.Core.Keeping;

namespace EngagementHub.Notifications;

/// <summary>What was told to others about somebody who is forgotten, without the name.</summary>
internal static class Unnamed
{
    /// <summary>No subject is longer, with or without a name.</summary>
    public const int LongestSubject = 300;

    public static string Text(string text, string name) => text.Replace(name, FormerStaff.Name, StringComparison.Ordinal);

    public static string Subject(string subject, string name) => Text(subject, name) is { Length: > LongestSubject } longer ? longer[..LongestSubject] : Text(subject, name);
}
