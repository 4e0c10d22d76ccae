using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;

namespace EngagementHub.ServiceLevels.Sources.Rest;

/// <summary>Asks a web service for JSON.</summary>
internal interface IFetch
{
    /// <exception cref="ServiceTroubleException">There is no such answer now.</exception>
    Task<Answer> GetAsync(Uri address, CancellationToken cancellation);
}

/// <summary>What a web service answered.</summary>
internal sealed record Answer(JsonDocument Body, string? LinkHeader, Uri Address) : IDisposable
{
    /// <summary>The address of the next page: at the path, or in the header Link.</summary>
    public string? Next(string path)
    {
        var text = path.Length > 0 ? Json.JsonPath.Parse(path).Text(Body.RootElement) : OfHeader();
        return string.IsNullOrEmpty(text) || !Uri.TryCreate(Address, text, out var next) ? null
            : next.Host == Address.Host && next.Port == Address.Port && next.Scheme == Address.Scheme ? next.AbsoluteUri
            : throw new ServiceTroubleException($"The next page is said to be at another address, {next.Host}", "Nothing is read from there. Ask whoever runs the service");
    }

    public void Dispose() => Body.Dispose();

    // Link: <https://…>; rel="next", RFC 8288.
    private string? OfHeader() => LinkHeader?.Split(',').FirstOrDefault(link => link.Contains("rel=\"next\"", StringComparison.Ordinal)) is { } found && found.IndexOf('<') is >= 0 and var from && found.IndexOf('>') is var to && to > from
        ? found[(from + 1)..to] : null;
}

/// <summary>Asks over HTTP, with a limit on how long and how much, and says in words what is wrong when it is.</summary>
internal sealed class HttpFetch(HttpClient http, RestRules rules, string secret, TimeSpan patience) : IFetch
{
    private const int MostBytes = 32 * 1024 * 1024;
    private string? _token;

    public async Task<Answer> GetAsync(Uri address, CancellationToken cancellation)
    {
        var answer = await TryAsync(address, cancellation);
        if (answer is null && rules.SignIn == SignIn.ClientCredentials)
        {
            // The token may have ended meanwhile; a new one is asked for once.
            _token = null;
            answer = await TryAsync(address, cancellation);
        }

        return answer ?? throw new ServiceTroubleException("The service does not accept the hub's sign-in (401)", "Check the secret: it may have been changed or have ended");
    }

    private async Task<Answer?> TryAsync(Uri address, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        if (rules.SignIn == SignIn.Header)
        {
            request.Headers.TryAddWithoutValidation(rules.Header, rules.HeaderPrefix + secret);
        }
        else if (rules.SignIn == SignIn.ClientCredentials)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", _token ??= await TokenAsync(cancellation));
        }

        return await AskAsync(request, cancellation);
    }

    private async Task<string> TokenAsync(CancellationToken cancellation)
    {
        List<KeyValuePair<string, string>> form = [new("grant_type", "client_credentials"), new("client_id", rules.ClientId), new("client_secret", secret)];
        form.AddRange(rules.Scope.Length > 0 ? [new("scope", rules.Scope)] : []);
        using var request = new HttpRequestMessage(HttpMethod.Post, rules.TokenAddress) { Content = new FormUrlEncodedContent(form) };
        using var answer = await AskAsync(request, cancellation) ?? throw new ServiceTroubleException("No token is given for this client (401)", "Check the client's name and secret");
        return answer.Body.RootElement.ValueKind == JsonValueKind.Object && answer.Body.RootElement.TryGetProperty("access_token", out var token) && token.GetString() is { } text ? text
            : throw new ServiceTroubleException("The answer holds no token", "Check the address that gives tokens");
    }

    private async Task<Answer?> AskAsync(HttpRequestMessage request, CancellationToken cancellation)
    {
        using var over = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        over.CancelAfter(patience);
        try
        {
            using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, over.Token);
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
            throw new ServiceTroubleException($"The service did not answer within {patience.TotalSeconds:0} seconds", "Look whether it is up. It is asked again by itself");
        }
        catch (Exception e) when (e is HttpRequestException or IOException)
        {
            throw new ServiceTroubleException($"The service cannot be reached: {e.Message}", "Look whether it is up, and whether its address and certificate are right");
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
            429 or 503 => new ServiceTroubleException($"The service asks to be left alone for a while ({status})", "It is asked again by itself", After(response)),
            400 or 410 => new ServiceTroubleException($"The service no longer knows where to go on from ({status})", "The round begins again by itself. If this stays, check what is asked for behind the address", beginAgain: true),
            403 => new ServiceTroubleException("The service does not let the hub read this (403)", "Ask whoever runs it for the right to read tickets and their history"),
            404 => new ServiceTroubleException("There is nothing at that address (404)", "Check the address and what is asked for behind it"),
            >= 300 and < 400 => new ServiceTroubleException($"The service points to another address ({status})", "Enter the address it has now; the hub does not follow by itself"),
            _ => new ServiceTroubleException($"The service failed ({status})", "Look whether it is up. It is asked again by itself"),
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
                throw new ServiceTroubleException($"The answer is longer than {MostBytes / 1024 / 1024} MB", "Ask for fewer records a page");
            }
        }

        try
        {
            kept.Position = 0;
            return await JsonDocument.ParseAsync(kept, default, cancellation);
        }
        catch (JsonException)
        {
            throw new ServiceTroubleException($"The service answered with {response.Content.Headers.ContentType?.MediaType ?? "something"} that is not whole JSON", "A proxy or a sign-in page may stand in between. It is asked again by itself");
        }
    }
}
