using System.Text.Json;
using EngagementHub.Identity.Sessions;
using Microsoft.IdentityModel.Tokens;

namespace EngagementHub.Identity.Provider;

/// <summary>What the provider says of itself.</summary>
internal sealed record ProviderMetadata(string Issuer, string AuthorizationEndpoint, string TokenEndpoint, string KeysAddress, string? UserInfoEndpoint, string? EndSessionEndpoint, bool NamesItselfInAnswers);

/// <summary>Reads the provider's description and keys, keeps them, and looks again when a token is signed with a key that is not known yet.</summary>
internal sealed class Discovery(ProviderSettings settings, ProviderLine line, SessionClock clock)
{
    private static readonly TimeSpan Fresh = TimeSpan.FromHours(12);

    // Somebody who sends tokens with invented keys must not make the hub ask the provider at each.
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromSeconds(30);

    private (ProviderMetadata Metadata, DateTimeOffset At)? _metadata;
    private (IReadOnlyList<JsonWebKey> Keys, DateTimeOffset At)? _keys;

    public async Task<ProviderMetadata> MetadataAsync(CancellationToken cancellation)
    {
        if (_metadata is not { } kept || clock.Now - kept.At > Fresh)
        {
            kept = (Read(await line.GetAsync($"{settings.Authority}/.well-known/openid-configuration", cancellation)), clock.Now);
            _metadata = kept;
        }

        return kept.Metadata;
    }

    /// <summary>The keys that may have signed under that name.</summary>
    public async Task<IReadOnlyList<JsonWebKey>> KeysAsync(string? keyId, CancellationToken cancellation)
    {
        if (_keys is not { } kept || clock.Now - kept.At > Fresh || (Matching(kept.Keys, keyId).Count == 0 && clock.Now - kept.At >= BetweenLooks))
        {
            kept = (Signing(await line.GetAsync((await MetadataAsync(cancellation)).KeysAddress, cancellation)), clock.Now);
            _keys = kept;
        }

        return Matching(kept.Keys, keyId);
    }

    private static List<JsonWebKey> Matching(IReadOnlyList<JsonWebKey> keys, string? keyId) =>
        [.. keys.Where(k => string.IsNullOrEmpty(keyId) ? keys.Count == 1 : k.KeyId == keyId)];

    private static List<JsonWebKey> Signing(JsonElement set)
    {
        try
        {
            // Only what is public by nature: a secret among the keys would let a public text be a password.
            return [.. new JsonWebKeySet(set.GetRawText()).Keys.Where(k => k.Kty is "RSA" or "EC" && k.Use is null or "" or "sig")];
        }
        catch (ArgumentException e)
        {
            throw new ProviderAwayException("The provider's keys cannot be read", e);
        }
    }

    private ProviderMetadata Read(JsonElement said)
    {
        if (said.Text("issuer") is not { } issuer || issuer.TrimEnd('/') != settings.Authority)
        {
            // OpenID Connect Discovery 4.3: a description that names another issuer is not this provider's.
            throw new ProviderAwayException("The provider's description names another issuer than the setting does");
        }

        return new ProviderMetadata(
            issuer, Needed(said, "authorization_endpoint"), Needed(said, "token_endpoint"), Needed(said, "jwks_uri"),
            settings.Trusts(said.Text("userinfo_endpoint")) ? said.Text("userinfo_endpoint") : null,
            settings.Trusts(said.Text("end_session_endpoint")) ? said.Text("end_session_endpoint") : null,
            said.IsTrue("authorization_response_iss_parameter_supported"));
    }

    private string Needed(JsonElement said, string name) => settings.Trusts(said.Text(name))
        ? said.Text(name)!
        : throw new ProviderAwayException($"The provider's description names no usable {name}");
}
