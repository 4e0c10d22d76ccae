namespace EngagementHub.Tests.Hardening;

/// <summary>The headers that every answer over https must carry, whatever its status.</summary>
internal static class Protection
{
    private static readonly (string Name, string Value)[] Fixed =
        [("X-Content-Type-Options", "nosniff"), ("Referrer-Policy", "same-origin"), ("Strict-Transport-Security", "max-age=31536000"), ("Cross-Origin-Opener-Policy", "same-origin")];

    public static IEnumerable<string> Lacks(Answer answer)
    {
        var policy = answer.Header("Content-Security-Policy");
        if (!policy.Contains("default-src", StringComparison.Ordinal) || policy.Contains("unsafe-", StringComparison.Ordinal) || policy.Contains('*', StringComparison.Ordinal))
        {
            yield return $"content security policy '{policy}'";
        }

        // What is sandboxed and never shown by itself needs no word about frames.
        if (!policy.Contains("frame-ancestors 'none'", StringComparison.Ordinal) && !policy.StartsWith("sandbox", StringComparison.Ordinal))
        {
            yield return "frame-ancestors";
        }

        foreach (var (name, value) in Fixed)
        {
            if (answer.Header(name) != value)
            {
                yield return $"{name} is '{answer.Header(name)}'";
            }
        }

        if (answer.Headers.Keys.Any(h => h.StartsWith("Access-Control-", StringComparison.OrdinalIgnoreCase) || h is "Server" or "X-Powered-By"))
        {
            yield return "a header that tells or opens too much";
        }

        if (IsText(answer.Header("Content-Type")) && !answer.Header("Content-Type").Contains("charset=utf-8", StringComparison.OrdinalIgnoreCase))
        {
            yield return $"no charset in '{answer.Header("Content-Type")}'";
        }

        foreach (var cookie in answer.Headers.GetValueOrDefault("Set-Cookie") ?? [])
        {
            if (!IsSafe(cookie))
            {
                yield return $"cookie {cookie.Split('=')[0]}: {cookie[(cookie.IndexOf(';', StringComparison.Ordinal) + 1)..]}";
            }
        }
    }

    // An event stream is UTF-8 by its own standard and takes no parameter.
    private static bool IsText(string type) => (type.StartsWith("text/", StringComparison.Ordinal) && !type.StartsWith("text/event-stream", StringComparison.Ordinal)) || type.Contains("xml", StringComparison.Ordinal) || type.Contains("json", StringComparison.Ordinal);

    private static bool IsSafe(string cookie) =>
        cookie.StartsWith("__Host-", StringComparison.Ordinal)
        && ((string[])["secure", "httponly", "path=/"]).All(part => cookie.Split("; ").Contains(part, StringComparer.OrdinalIgnoreCase))
        && (cookie.Contains("samesite=lax", StringComparison.OrdinalIgnoreCase) || cookie.Contains("samesite=strict", StringComparison.OrdinalIgnoreCase))
        && !cookie.Contains("domain=", StringComparison.OrdinalIgnoreCase);
}
