using System.Text.Json;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace EngagementHub.Identity.Provider;

/// <summary>A token of the provider: its signature and what every such token must say.</summary>
internal sealed class SignedToken(Discovery discovery, ProviderSettings settings)
{
    public static readonly TimeSpan Skew = TimeSpan.FromMinutes(2);

    // Never HS256 and its like: what checks a signature here is public, and as a shared secret would sign as well.
    private static readonly string[] Algorithms = ["RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512"];

    private static readonly JsonWebTokenHandler Handler = new();

    /// <summary>What the token says, once it is known to be the provider's and for this hub.</summary>
    /// <param name="raw">As it came.</param>
    /// <param name="types">Which kinds of token may stand here; a token that does not name its kind may.</param>
    /// <param name="now">The instant.</param>
    /// <param name="cancellation">Set when the request ends.</param>
    public async Task<(JsonElement Says, string Algorithm)> ReadAsync(string raw, IReadOnlyList<string> types, DateTimeOffset now, CancellationToken cancellation)
    {
        var token = Parse(raw);
        Refuse(token.Typ is { Length: > 0 } type && !types.Contains(type, StringComparer.OrdinalIgnoreCase), Refusal.Type);
        Refuse(!Algorithms.Contains(token.Alg), Refusal.Algorithm);
        Refuse(token.TryGetHeaderValue<object>("crit", out _), Refusal.Critical);
        await CheckSignatureAsync(token, cancellation);

        var says = Payload(token);
        CheckParties(says, (await discovery.MetadataAsync(cancellation)).Issuer);
        CheckTimes(says, now);
        return (says, token.Alg);
    }

    public static void Refuse(bool wrong, Refusal why)
    {
        if (wrong)
        {
            throw new RefusedException(why);
        }
    }

    // The key is looked up by its name among the provider's own: what the token's header offers as a key or an address of one is not read.
    private async Task CheckSignatureAsync(JsonWebToken token, CancellationToken cancellation)
    {
        var keys = await discovery.KeysAsync(token.Kid, cancellation);
        Refuse(keys.Count == 0, Refusal.UnknownKey);
        var result = await Handler.ValidateTokenAsync(token, new TokenValidationParameters
        {
            ValidateIssuer = false,
            ValidateAudience = false,
            ValidateLifetime = false,
            RequireSignedTokens = true,
            ValidAlgorithms = Algorithms,
            IssuerSigningKeyResolver = (_, _, _, _) => keys,
        });
        Refuse(!result.IsValid, Refusal.Signature);
    }

    private void CheckParties(JsonElement says, string issuer)
    {
        var (audiences, authorized) = (says.Texts("aud"), says.Text("azp"));
        Refuse(says.Text("iss") != issuer, Refusal.Issuer);
        Refuse(!audiences.Contains(settings.ClientId), Refusal.Audience);
        Refuse(authorized is null ? audiences.Count > 1 : authorized != settings.ClientId, Refusal.AuthorizedParty);
    }

    private static void CheckTimes(JsonElement says, DateTimeOffset now)
    {
        Refuse(says.Instant("exp") is not { } expires || expires <= now - Skew, Refusal.Expired);
        Refuse(says.TryGetProperty("nbf", out _) && (says.Instant("nbf") is not { } from || from > now + Skew), Refusal.NotYetValid);
        Refuse(says.Instant("iat") is not { } issued || issued > now + Skew, Refusal.IssuedInFuture);
    }

    private static JsonWebToken Parse(string raw)
    {
        try
        {
            return new JsonWebToken(raw);
        }
        catch (Exception e) when (e is ArgumentException or SecurityTokenMalformedException)
        {
            throw new RefusedException(Refusal.Malformed);
        }
    }

    private static JsonElement Payload(JsonWebToken token)
    {
        using var document = JsonDocument.Parse(Base64UrlEncoder.DecodeBytes(token.EncodedPayload));
        return document.RootElement.Clone();
    }
}
