using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json;
using EngagementHub.Identity.Sessions;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace EngagementHub.Identity.Provider;

/// <summary>Turns a code into what the provider says of the person, believing nothing that does not fit the attempt (OpenID Connect Core 3.1.3).</summary>
internal sealed class Exchange(ProviderSettings settings, SignInSettings signIn, Discovery discovery, ProviderLine line, SignedToken tokens, SessionClock clock)
{
    public async Task<Claimed> TakeAsync(string code, Attempt attempt, string redirectUri, CancellationToken cancellation)
    {
        var provider = await discovery.MetadataAsync(cancellation);
        var answer = await line.AskAsync(Request(provider, code, attempt, redirectUri), cancellation) ?? throw new RefusedException(Refusal.CodeNotTaken);
        var (says, algorithm) = await tokens.ReadAsync(answer.Text("id_token") ?? throw new RefusedException(Refusal.NoIdToken), ["JWT"], clock.Now, cancellation);

        SignedToken.Refuse(says.Text("nonce") is not { } nonce || !Same(nonce, attempt.Nonce), Refusal.Nonce);
        SignedToken.Refuse(says.Text("sub") is not { Length: <= 255 }, Refusal.Subject);
        SignedToken.Refuse(says.Text("at_hash") is { } hash && !Same(hash, HashOf(answer.Text("access_token") ?? "", algorithm)), Refusal.AccessTokenHash);
        SignedToken.Refuse(attempt.Again && (says.Instant("auth_time") is not { } at || at < attempt.BegunAt - SignedToken.Skew), Refusal.NotAskedAgain);
        return Claimed.From(says, await UserInfoAsync(provider, answer, says, cancellation), signIn);
    }

    // Asked only where the token itself says no name: many providers put it there alone.
    private async Task<JsonElement> UserInfoAsync(ProviderMetadata provider, JsonElement answer, JsonElement says, CancellationToken cancellation)
    {
        if (says.Text("name") is not null || provider.UserInfoEndpoint is not { } address || answer.Text("access_token") is not { } access)
        {
            return JsonSerializer.SerializeToElement(new { });
        }

        var request = new HttpRequestMessage(HttpMethod.Get, address) { Headers = { Authorization = new AuthenticationHeaderValue("Bearer", access) } };
        var info = await line.AskAsync(request, cancellation) ?? throw new RefusedException(Refusal.AnotherSubject);
        SignedToken.Refuse(info.Text("sub") != says.Text("sub"), Refusal.AnotherSubject);
        return info;
    }

    private HttpRequestMessage Request(ProviderMetadata provider, string code, Attempt attempt, string redirectUri)
    {
        Dictionary<string, string> form = new() { ["grant_type"] = "authorization_code", ["code"] = code, ["redirect_uri"] = redirectUri, ["client_id"] = settings.ClientId, ["code_verifier"] = attempt.Verifier };
        var request = new HttpRequestMessage(HttpMethod.Post, provider.TokenEndpoint) { Headers = { Accept = { new("application/json") } } };
        if (settings.ClientCertificate is { } certificate)
        {
            form["client_assertion_type"] = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";
            form["client_assertion"] = Assertion(certificate, provider.TokenEndpoint);
        }
        else if (settings.SendsSecretInForm)
        {
            form["client_secret"] = settings.ClientSecret!;
        }
        else
        {
            // RFC 6749 2.3.1: both parts are form-encoded first.
            request.Headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{Uri.EscapeDataString(settings.ClientId)}:{Uri.EscapeDataString(settings.ClientSecret!)}")));
        }

        request.Content = new FormUrlEncodedContent(form);
        return request;
    }

    // RFC 7523; the certificate is named by its SHA-256, as Entra ID asks.
    private string Assertion(X509Certificate2 certificate, string audience)
    {
        var now = clock.Now.UtcDateTime;
        SecurityKey key = certificate.GetRSAPrivateKey() is { } rsa ? new RsaSecurityKey(rsa) : new ECDsaSecurityKey(certificate.GetECDsaPrivateKey());
        return new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(new SecurityTokenDescriptor
        {
            Issuer = settings.ClientId,
            Audience = audience,
            IssuedAt = now,
            NotBefore = now,
            Expires = now.AddMinutes(2),
            SigningCredentials = new SigningCredentials(key, key is RsaSecurityKey ? SecurityAlgorithms.RsaSsaPssSha256 : SecurityAlgorithms.EcdsaSha256),
            AdditionalHeaderClaims = new Dictionary<string, object> { ["x5t#S256"] = WebEncoders.Base64UrlEncode(certificate.GetCertHash(HashAlgorithmName.SHA256)) },
            Claims = new Dictionary<string, object> { ["sub"] = settings.ClientId, ["jti"] = Guid.NewGuid().ToString("N") },
        });
    }

    // OpenID Connect Core 3.1.3.6: the left half of the hash that belongs to the token's algorithm.
    private static string HashOf(string accessToken, string algorithm)
    {
        var text = Encoding.ASCII.GetBytes(accessToken);
        var hash = algorithm[^3..] switch { "384" => SHA384.HashData(text), "512" => SHA512.HashData(text), _ => SHA256.HashData(text) };
        return WebEncoders.Base64UrlEncode(hash.AsSpan(0, hash.Length / 2));
    }

    private static bool Same(string one, string other) => CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(one), Encoding.UTF8.GetBytes(other));
}
