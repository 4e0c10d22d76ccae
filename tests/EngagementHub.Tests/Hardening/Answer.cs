using System.Net;

namespace EngagementHub.Tests.Hardening;

/// <summary>What the hub answered to one request.</summary>
public sealed record Answer(string Method, string Url, HttpStatusCode Status, string Route, IReadOnlyDictionary<string, IReadOnlyList<string>> Headers, string Body)
{
    public bool IsPage => Header("Content-Type").StartsWith("text/html", StringComparison.Ordinal);

    public string Header(string name) => Headers.TryGetValue(name, out var values) ? string.Join(", ", values) : "";

    public override string ToString() => $"{Method} {Url} answered {(int)Status}";

    /// <summary>Sends it and reads the answer; of a stream that never ends only the head.</summary>
    public static async Task<Answer> To(HttpClient http, HttpRequestMessage request)
    {
        var cancellation = TestContext.Current.CancellationToken;
        using var answer = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellation);
        var headers = answer.Headers.Concat(answer.Content.Headers).ToDictionary(h => h.Key, h => (IReadOnlyList<string>)[.. h.Value], StringComparer.OrdinalIgnoreCase);
        var isStream = answer.Content.Headers.ContentType?.MediaType == "text/event-stream";
        var isText = answer.Content.Headers.ContentType?.MediaType is { } type && (type.StartsWith("text/", StringComparison.Ordinal) || type.Contains("json", StringComparison.Ordinal) || type.Contains("xml", StringComparison.Ordinal));
        var body = isStream || !isText ? "" : await answer.Content.ReadAsStringAsync(cancellation);
        return new Answer(request.Method.Method, request.RequestUri!.ToString(), answer.StatusCode, headers.TryGetValue(CrawledHub.RouteHeader, out var route) ? route[0] : "", headers, body);
    }

    public static Task<Answer> To(HttpClient http, HttpMethod method, string url) => To(http, new HttpRequestMessage(method, url));
}
