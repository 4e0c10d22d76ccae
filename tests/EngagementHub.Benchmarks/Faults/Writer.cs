using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Text.RegularExpressions;

namespace EngagementHub.Benchmarks.Faults;

/// <summary>One press of the button: on which node, from when to when, and what went wrong, if anything did.</summary>
internal sealed record Try(string Node, long Began, long Ended, string? Wrong);

/// <summary>Somebody who writes comments in a browser, and presses the button again, with the same key, when the answer is not that it was taken.</summary>
internal sealed partial class Writer : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    private readonly CookieContainer _cookies = new();
    private readonly HttpClient _http;
    private readonly Uri _address;
    private string _form = "";

    public Writer(string address)
    {
        _address = new Uri(address);
        _http = new HttpClient(new SocketsHttpHandler { CookieContainer = _cookies, AllowAutoRedirect = false, ConnectTimeout = TimeSpan.FromSeconds(5) }) { BaseAddress = _address, Timeout = TimeSpan.FromSeconds(40) };
    }

    public ConcurrentQueue<string> Acknowledged { get; } = [];

    public ConcurrentQueue<Try> Tries { get; } = [];

    /// <summary>The node that the proxy keeps this browser with.</summary>
    public string Node => _cookies.GetCookies(_address)["hub-node"]?.Value ?? "";

    /// <summary>Goes to another node from now on, as a browser whose cookie says so.</summary>
    public void MoveTo(string node) => _cookies.GetCookies(_address)["hub-node"]!.Value = node;

    public async Task SignInAsync()
    {
        await FormAsync("/account/sign-in", ("persona", "reader"));
        await FormAsync("/code-of-conduct/accept", ("Accept", "true"));
        var page = await _http.GetStringAsync(new Uri("/blogs/bench/2007/04/18/how-we-work", UriKind.Relative));
        var action = page[page.IndexOf("/comments/write?on=", StringComparison.Ordinal)..];
        _form = WebUtility.HtmlDecode(action[..action.IndexOfAny(['"', '&'])]);
    }

    /// <summary>What a page answers to this person, and how long that took.</summary>
    public async Task<(HttpStatusCode Status, string Body, TimeSpan Took)> OpenAsync(string url)
    {
        var clock = Stopwatch.StartNew();
        using var answer = await _http.GetAsync(new Uri(url, UriKind.Relative));
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync(), clock.Elapsed);
    }

    /// <summary>What another node answers to this person's session.</summary>
    public async Task<HttpStatusCode> OpenElsewhereAsync(string address, string url)
    {
        using var http = new HttpClient(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false });
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(new Uri(address), url));
        request.Headers.Add("Cookie", _cookies.GetCookieHeader(_address));
        using var answer = await http.SendAsync(request);
        return answer.StatusCode;
    }

    /// <summary>One try, without another.</summary>
    public async Task<(HttpStatusCode Status, string Body, TimeSpan Took)> TryAsync(string text, string key)
    {
        var clock = Stopwatch.StartNew();
        using var body = Fields(("Key", key), ("Shown", "named"), ("Text", text));
        using var answer = await _http.PostAsync(new Uri(_form, UriKind.Relative), body);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync(), clock.Elapsed);
    }

    /// <summary>Writes it, however often it takes.</summary>
    public async Task WriteAsync(string text)
    {
        var (key, clock) = (Guid.NewGuid().ToString("N"), Stopwatch.StartNew());
        while (clock.Elapsed < Patience)
        {
            var (began, node) = (Stopwatch.GetTimestamp(), Node);
            var wrong = await WhatFailsAsync(text, key);
            Tries.Enqueue(new Try(node, began, Stopwatch.GetTimestamp(), wrong));
            if (wrong is null)
            {
                Acknowledged.Enqueue(text);
                return;
            }

            await Task.Delay(50);
        }

        throw new TimeoutException($"'{text}' was never acknowledged: {Tries.LastOrDefault()?.Wrong}");
    }

    public void Dispose() => _http.Dispose();

    private async Task<string?> WhatFailsAsync(string text, string key)
    {
        try
        {
            var (status, body, _) = await TryAsync(text, key);
            return status == HttpStatusCode.Redirect ? null : $"{(int)status} '{HeadingOf(body)}'";
        }
        catch (Exception e) when (e is HttpRequestException or IOException or TaskCanceledException)
        {
            return (e.InnerException ?? e).Message;
        }
    }

    // Who answers, the proxy or one of the hub's pages, is told by the words.
    private static string HeadingOf(string body) => Heading().Match(body).Groups[1].Value.Trim() is { Length: > 0 } heading ? heading : body[..Math.Min(body.Length, 80)];

    [GeneratedRegex("<h1[^>]*>(.*?)</h1>", RegexOptions.Singleline)]
    private static partial Regex Heading();

    private async Task FormAsync(string url, params (string Name, string Value)[] fields)
    {
        using var body = Fields(fields);
        using var answer = await _http.PostAsync(new Uri(url, UriKind.Relative), body);
        if (answer.StatusCode != HttpStatusCode.Redirect)
        {
            throw new InvalidOperationException($"{url} answered {(int)answer.StatusCode}");
        }
    }

    private static FormUrlEncodedContent Fields(params (string Name, string Value)[] fields) => new(fields.Select(f => KeyValuePair.Create(f.Name, f.Value)));
}
