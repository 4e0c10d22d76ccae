using System.Net.Mail;
using System.Text;

namespace EngagementHub.Tests.Support;

/// <summary>A mail as it was written into the mail folder, read as a mail programme would.</summary>
internal sealed record SentMail(IReadOnlyDictionary<string, string> Headers, string Text, string? Html, string Raw)
{
    public string To => Headers["To"];

    public string Subject => Attachment.CreateAttachmentFromString("", Headers["Subject"]).Name!;

    /// <summary>The path of the link that stops the subscription.</summary>
    public string Stop => new Uri(Headers["List-Unsubscribe"].Trim('<', '>')).PathAndQuery;

    public static IReadOnlyList<SentMail> In(string folder) =>
        Directory.Exists(Path.Combine(folder, "mail"))
            ? [.. Directory.GetFiles(Path.Combine(folder, "mail"), "*.eml").Order(StringComparer.Ordinal).Select(f => Read(File.ReadAllText(f)))]
            : [];

    public static SentMail Read(string raw)
    {
        var (headers, body) = Split(raw.ReplaceLineEndings("\n"));
        if (!headers["Content-Type"].StartsWith("multipart/alternative", StringComparison.Ordinal))
        {
            return new(headers, Decode(headers, body), null, raw);
        }

        var boundary = headers["Content-Type"].Split("boundary=")[1].Trim('"').Split('"')[0];
        var parts = body.Split("--" + boundary).Skip(1).SkipLast(1).Select(p => Split(p.TrimStart('\n'))).ToList();
        Assert.Equal(["text/plain; charset=utf-8", "text/html; charset=utf-8"], parts.Select(p => p.Headers["Content-Type"]));
        return new(headers, Decode(parts[0].Headers, parts[0].Body), Decode(parts[1].Headers, parts[1].Body), raw);
    }

    private static (IReadOnlyDictionary<string, string> Headers, string Body) Split(string part)
    {
        var end = part.IndexOf("\n\n", StringComparison.Ordinal);
        var lines = part[..end].Replace("\n ", " ", StringComparison.Ordinal).Replace("\n\t", " ", StringComparison.Ordinal).Split('\n');
        return (lines.Select(l => l.Split(':', 2)).ToDictionary(l => l[0], l => l[1].Trim(), StringComparer.OrdinalIgnoreCase), part[(end + 2)..]);
    }

    private static string Decode(IReadOnlyDictionary<string, string> headers, string body) => headers.GetValueOrDefault("Content-Transfer-Encoding") == "base64"
        ? Encoding.UTF8.GetString(Convert.FromBase64String(body)).ReplaceLineEndings("\n")
        : body;
}
