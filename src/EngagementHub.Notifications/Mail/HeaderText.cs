using System.Text;

namespace EngagementHub.Notifications.Mail;

internal static class HeaderText
{
    /// <summary>The words on one line: whatever would end a header line, or hide in one, becomes a space.</summary>
    public static string OnOneLine(this string words)
    {
        var line = new StringBuilder(words.Length);
        foreach (var c in words)
        {
            line.Append(char.IsControl(c) || c is '\u2028' or '\u2029' ? ' ' : c);
        }

        return line.ToString().Trim();
    }
}
