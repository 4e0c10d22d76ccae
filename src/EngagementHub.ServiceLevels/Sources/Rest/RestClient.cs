using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using EngagementHub.ServiceLevels.Sources.Polled;

namespace EngagementHub.ServiceLevels.Sources.Rest;

/// <summary>What a web service answered.</summary>
internal sealed record Answer(JsonDocument Body, string? LinkHeader, Uri Address) : IDisposable
{
    /// <summary>The address of the next page: at the path, or in the header Link.</summary>
    public string? Next(string path)
    {
        var text = path.Length > 0 ? Json.JsonPath.Parse(path).Text(Body.RootElement) : OfHeader();
        return string.IsNullOrEmpty(text) || !Uri.TryCreate(Address, text, out var next) ? null
            : next.Host == Address.Host && next.Port == Address.Port && next.Scheme == Address.Scheme ? next.AbsoluteUri
            : throw new SourceTroubleException($"The next page is said to be at another address, {next.Host}", "Nothing is read from there. Ask whoever runs the service", needsAttention: true);
    }

    public void Dispose() => Body.Dispose();

    // Link: <https://…>; rel="next", RFC 8288.
    private string? OfHeader() => LinkHeader?.Split(',').FirstOrDefault(link => link.Contains("rel=\"next\"", StringComparison.Ordinal)) is { } found && found.IndexOf('<') is >= 0 and var from && found.IndexOf('>') is var to && to > from
        ? found[(from + 1)..to] : null;
}

/// <summary>Asks over HTTP, with a limit on how long and how much, and says in words what is wrong when it is.</summary>
internal sealed class RestClient(SourceAsk ask, RestRules rules, Tokens tokens)
{
    private const int MostBytes = 32 * 1024 * 1024;

    // The wait for headers is the client's own; this one goes on until the end of the answer.
    private readonly TimeSpan _patience = ask.Http.Timeout;

    /// <exception cref="SourceTroubleException">There is no such answer now.</exception>
    public async Task<Answer> GetAsync(string query, CancellationToken cancellation) => await GetAsync(new Uri(ask.Address.AbsoluteUri.TrimEnd('/') + query), cancellation);

    /// <exception cref="SourceTroubleException">There is no such answer now.</exception>
    public async Task<Answer> GetAsync(Uri address, CancellationToken cancellation)
    {
        var answer = await TryAsync(address, cancellation);
        if (answer is null && rules.SignIn == SignIn.ClientCredentials)
        {
            // The token may have ended meanwhile; a new one is asked for once.
            tokens.Forget(ask, rules);
            answer = await TryAsync(address, cancellation);
        }

        return answer ?? throw new SourceTroubleException("The service does not accept the hub's sign-in (401)", "Check the secret: it may have been changed or have ended", needsAttention: true);
    }

    private async Task<Answer?> TryAsync(Uri address, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        if (rules.SignIn == SignIn.Header)
        {
            request.Headers.TryAddWithoutValidation(rules.Header, rules.HeaderPrefix + HeaderSecret());
        }
        else if (rules.SignIn == SignIn.ClientCredentials)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", await tokens.GetAsync(ask, rules, () => TokenAsync(cancellation)));
        }

        return await AskAsync(request, cancellation);
    }

    // Name and password as people know them; what is in Base64 already has no colon.
    private string HeaderSecret() => rules.HeaderPrefix.Trim().Equals("Basic", StringComparison.OrdinalIgnoreCase) && ask.Secret.Contains(':', StringComparison.Ordinal)
        ? Convert.ToBase64String(Encoding.UTF8.GetBytes(ask.Secret)) : ask.Secret;

    private async Task<string> TokenAsync(CancellationToken cancellation)
    {
        List<KeyValuePair<string, string>> form = [new("grant_type", "client_credentials"), new("client_id", rules.ClientId), new("client_secret", ask.Secret)];
        form.AddRange(rules.Scope.Length > 0 ? [new("scope", rules.Scope)] : []);
        using var request = new HttpRequestMessage(HttpMethod.Post, rules.TokenAddress) { Content = new FormUrlEncodedContent(form) };
        using var answer = await AskAsync(request, cancellation) ?? throw new SourceTroubleException("No token is given for this client (401)", "Check the client's name and secret", needsAttention: true);
        return answer.Body.RootElement.ValueKind == JsonValueKind.Object && answer.Body.RootElement.TryGetProperty("access_token", out var token) && token.ValueKind == JsonValueKind.String && token.GetString() is { Length: > 0 } text ? text
            : throw new SourceTroubleException("The answer holds no token", "Check the address that gives tokens", needsAttention: true);
    }

    private async Task<Answer?> AskAsync(HttpRequestMessage request, CancellationToken cancellation)
    {
        using var over = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        over.CancelAfter(_patience);
        try
        {
            using var response = await ask.Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, over.Token);
            if (response.StatusCode == HttpStatusCode.Unauthorized)
            {
                return null;
            }

            Refuse(response);
            await using var body = await response.Content.ReadAsStreamAsync(over.Token);
            return new Answer(await JsonOfAsync(body, response, over.Token), response.Headers.TryGetValues("Link", out var links) ? string.Join(", ", links) : null, request.RequestUri!);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            throw new SourceTroubleException($"The service did not answer within {_patience.TotalSeconds:0} seconds", "Look whether it is up. It is asked again by itself");
        }
        catch (HttpRequestException e) when (e.InnerException is SourceTroubleException trouble)
        {
            // The address is not one that the hub may connect to.
            throw trouble;
        }
        catch (Exception e) when (e is HttpRequestException or IOException)
        {
            throw new SourceTroubleException($"The service cannot be reached: {e.Message}", "Look whether it is up, and whether its address and certificate are right");
        }
    }

    private static void Refuse(HttpResponseMessage response)
    {
        var status = (int)response.StatusCode;
        if (response.IsSuccessStatusCode)
        {
            return;
        }

        throw status switch
        {
            429 or 503 => new SourceTroubleException($"The service asks to be left alone for a while ({status})", "It is asked again by itself", after: After(response)),
            400 or 410 => new SourceTroubleException($"The service no longer knows where to go on from ({status})", "The round begins again by itself. If this stays, check what is asked for behind the address", beginAgain: true),
            403 => new SourceTroubleException("The service does not let the hub read this (403)", "Ask whoever runs it for the right to read tickets and their history", needsAttention: true),
            404 => new SourceTroubleException("There is nothing at that address (404)", "Check the address and what is asked for behind it", needsAttention: true),
            >= 300 and < 400 => new SourceTroubleException($"The service points to another address ({status})", "Enter the address it has now; the hub does not follow by itself", needsAttention: true),
            _ => new SourceTroubleException($"The service failed ({status})", "Look whether it is up. It is asked again by itself", after: After(response)),
        };
    }

    private static TimeSpan? After(HttpResponseMessage response) => response.Headers.RetryAfter switch
    {
        { Delta: { } wait } => wait,
        { Date: { } until } when until - (response.Headers.Date ?? until) is var wait && wait > TimeSpan.Zero => wait,
        _ => null,
    };

    private static async Task<JsonDocument> JsonOfAsync(Stream body, HttpResponseMessage response, CancellationToken cancellation)
    {
        using var kept = new MemoryStream();
        var block = new byte[64 * 1024];
        while (await body.ReadAsync(block, cancellation) is > 0 and var read)
        {
            kept.Write(block, 0, read);
            if (kept.Length > MostBytes)
            {
                throw new SourceTroubleException($"The answer is longer than {MostBytes / 1024 / 1024} MB", "Ask for fewer records a page");
            }
        }

        try
        {
            kept.Position = 0;
            return await JsonDocument.ParseAsync(kept, default, cancellation);
        }
        catch (JsonException)
        {
            throw new SourceTroubleException($"The service answered with {response.Content.Headers.ContentType?.MediaType ?? "something"} that is not whole JSON", "A proxy or a sign-in page may stand in between. It is asked again by itself");
        }
    }
}
