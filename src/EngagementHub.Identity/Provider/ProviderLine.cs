using System.Text.Json;

namespace EngagementHub.Identity.Provider;

/// <summary>Speaks to the provider: nowhere else, without following redirects, for ten seconds and a megabyte at most.</summary>
internal sealed class ProviderLine : IDisposable
{
    private readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, ConnectTimeout = TimeSpan.FromSeconds(5), PooledConnectionLifetime = TimeSpan.FromMinutes(5) })
    {
        Timeout = TimeSpan.FromSeconds(10),
        MaxResponseContentBufferSize = 1024 * 1024,
    };

    public void Dispose() => _http.Dispose();

    public async Task<JsonElement> GetAsync(string address, CancellationToken cancellation) =>
        await AskAsync(new HttpRequestMessage(HttpMethod.Get, address), cancellation) ?? throw new ProviderAwayException($"The provider did not answer at {new Uri(address).AbsolutePath}");

    /// <summary>The answer's JSON; nothing when the provider refuses.</summary>
    public async Task<JsonElement?> AskAsync(HttpRequestMessage request, CancellationToken cancellation)
    {
        using (request)
        {
            try
            {
                using var answer = await _http.SendAsync(request, cancellation);
                if ((int)answer.StatusCode >= 500)
                {
                    throw new ProviderAwayException($"The provider answered {(int)answer.StatusCode}");
                }

                return answer.IsSuccessStatusCode ? Parse(await answer.Content.ReadAsStringAsync(cancellation)) : null;
            }
            catch (Exception e) when (e is HttpRequestException or JsonException || (e is TaskCanceledException && !cancellation.IsCancellationRequested))
            {
                throw new ProviderAwayException("The provider cannot be reached", e);
            }
        }
    }

    private static JsonElement Parse(string json)
    {
        using var document = JsonDocument.Parse(json);
        return document.RootElement.ValueKind == JsonValueKind.Object ? document.RootElement.Clone() : throw new JsonException("Not an object");
    }
}

/// <summary>Reads what a provider says without trusting its shape.</summary>
internal static class Said
{
    extension(JsonElement said)
    {
        public string? Text(string name) =>
            said.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String && value.GetString() is { Length: > 0 } text ? text : null;

        public bool IsTrue(string name) => said.TryGetProperty(name, out var value)
            && (value.ValueKind == JsonValueKind.True || (value.ValueKind == JsonValueKind.String && string.Equals(value.GetString(), "true", StringComparison.OrdinalIgnoreCase)));

        public DateTimeOffset? Instant(string name) => said.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetDouble(out var seconds) && seconds is > 0 and < 253_402_300_799
            ? DateTimeOffset.FromUnixTimeSeconds((long)seconds)
            : null;

        /// <summary>One text or several.</summary>
        public IReadOnlyList<string> Texts(string name) => !said.TryGetProperty(name, out var value) ? []
            : value.ValueKind == JsonValueKind.String ? [value.GetString()!]
            : value.ValueKind == JsonValueKind.Array ? [.. value.EnumerateArray().Where(v => v.ValueKind == JsonValueKind.String).Select(v => v.GetString()!)]
            : [];
    }
}
