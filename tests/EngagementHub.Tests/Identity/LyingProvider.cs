using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace EngagementHub.Tests.Identity;

/// <summary>An identity provider that tells the truth until a test asks for a lie.</summary>
public sealed class LyingProvider : IAsyncDisposable
{
    public const string ClientId = "hub";

    private readonly WebApplication _web;
    private readonly FixedClock _clock;
    private readonly RSA _first = RSA.Create(2048);
    private readonly RSA _second = RSA.Create(2048);
    private string _nonce = "", _challenge = "";

    public LyingProvider(FixedClock clock)
    {
        _clock = clock;
        Issuer = $"http://127.0.0.1:{HostProcess.FreePort()}";
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls(Issuer);
        builder.Logging.ClearProviders();
        _web = builder.Build();
        Map();
        ((IHost)_web).Start();
    }

    public string Issuer { get; }

    /// <summary>What is not true about the next answers; empty for nothing.</summary>
    public string Lie { get; set; } = "";

    /// <summary>Whether the keys have been changed for new ones.</summary>
    public bool HasNewKey { get; set; }

    /// <summary>Claims of the person who is at the keyboard.</summary>
    public Dictionary<string, object> Person { get; } = [];

    /// <summary>What was asked at the last visit.</summary>
    public IReadOnlyDictionary<string, string> Asked { get; private set; } = new Dictionary<string, string>();

    private string KeyName => HasNewKey ? "k2" : "k1";

    private RSA Key => HasNewKey ? _second : _first;

    public async ValueTask DisposeAsync()
    {
        await _web.DisposeAsync();
        _first.Dispose();
        _second.Dispose();
    }

    /// <summary>A person with an e-mail address that is verified.</summary>
    public void Be(string subject, string name, string? mail = null, params string[] roles)
    {
        Person.Clear();
        (Person["sub"], Person["name"], Person["sid"]) = (subject, name, $"session-of-{subject}");
        if (mail is not null)
        {
            (Person["email"], Person["email_verified"]) = (mail, true);
        }

        if (roles.Length > 0)
        {
            Person["roles"] = roles;
        }
    }

    public string LogoutToken(string lie, string jti)
    {
        Dictionary<string, object> claims = new() { ["jti"] = jti, ["sid"] = Person["sid"], ["events"] = new Dictionary<string, object> { ["http://schemas.openid.net/event/backchannel-logout"] = new Dictionary<string, object>() } };
        switch (lie)
        {
            case "nonce": claims["nonce"] = "x"; break;
            case "no-event": claims.Remove("events"); break;
            case "event-text": claims["events"] = new Dictionary<string, object> { ["http://schemas.openid.net/event/backchannel-logout"] = "yes" }; break;
            case "no-one": claims.Remove("sid"); break;
            case "no-jti": claims.Remove("jti"); break;
        }

        return Sign(lie, claims, lie == "typ" ? "at+jwt" : "logout+jwt");
    }

    private void Map()
    {
        _web.MapGet("/.well-known/openid-configuration", () => Results.Json(new
        {
            issuer = Lie == "metadata-issuer" ? "http://evil.example" : Issuer,
            authorization_endpoint = Issuer + "/authorize?policy=a",
            token_endpoint = Lie == "metadata-http" ? "http://169.254.169.254/token" : Issuer + "/token",
            jwks_uri = Issuer + "/keys",
            userinfo_endpoint = Issuer + "/userinfo",
            end_session_endpoint = Issuer + "/end",
            authorization_response_iss_parameter_supported = true,
        }));
        _web.MapGet("/keys", () => Results.Json(new { keys = new[] { Public(Key, KeyName) } }));
        _web.MapGet("/authorize", Authorize);
        _web.MapPost("/token", TokenAsync);
        _web.MapGet("/userinfo", () => Results.Json(new { sub = Lie == "userinfo-sub" ? "somebody-else" : Person["sub"], name = "From the other place" }));
        _web.MapGet("/end", (string post_logout_redirect_uri) => Results.Redirect(post_logout_redirect_uri));
    }

    private IResult Authorize(HttpRequest request)
    {
        Asked = request.Query.ToDictionary(q => q.Key, q => q.Value.ToString());
        (_nonce, _challenge) = (Asked["nonce"], Asked["code_challenge"]);
        Dictionary<string, string?> back = new() { ["state"] = Lie == "state" ? Asked["state"] + "x" : Asked["state"] };
        if (Lie is "cancelled" or "server_error")
        {
            back["error"] = Lie == "cancelled" ? "access_denied" : "server_error\r\nforged: line";
        }
        else
        {
            back["code"] = "a-code";
        }

        if (Lie != "no-iss-parameter")
        {
            back["iss"] = Lie == "iss-parameter" ? "http://evil.example" : Issuer;
        }

        return Results.Redirect(QueryHelpers.AddQueryString(Asked["redirect_uri"], back));
    }

    private async Task<IResult> TokenAsync(HttpRequest request)
    {
        var form = await request.ReadFormAsync();
        var proof = WebEncoders.Base64UrlEncode(SHA256.HashData(Encoding.ASCII.GetBytes(form["code_verifier"].ToString())));
        var basic = Encoding.UTF8.GetString(Convert.FromBase64String(request.Headers.Authorization.ToString()["Basic ".Length..]));
        if (proof != _challenge || basic != $"{ClientId}:s%3Acret" || Lie == "token-400")
        {
            return Results.BadRequest();
        }

        if (Lie == "token-500")
        {
            return Results.StatusCode(500);
        }

        var answer = new Dictionary<string, object> { ["access_token"] = "at", ["token_type"] = "Bearer", ["id_token"] = IdToken() };
        return Results.Json(answer.Where(a => Lie != "no-id-token" || a.Key != "id_token").ToDictionary());
    }

    private string IdToken()
    {
        Dictionary<string, object> claims = new(Person)
        {
            ["nonce"] = Lie == "nonce" ? "another" : _nonce,
            ["at_hash"] = Lie == "at_hash" ? "AAAAAAAAAAAAAAAAAAAAAA" : WebEncoders.Base64UrlEncode(SHA256.HashData("at"u8).AsSpan(0, 16)),
        };
        claims.TryAdd("auth_time", _clock.Now.ToUnixTimeSeconds());
        foreach (var missing in (string[])["nonce", "sub", "auth_time"])
        {
            if (Lie == $"no-{missing}")
            {
                claims.Remove(missing);
            }
        }

        switch (Lie)
        {
            case "azp": claims["azp"] = "another"; break;
            case "stale": claims["auth_time"] = _clock.Now.AddHours(-9).ToUnixTimeSeconds(); break;
            case "userinfo-sub": claims.Remove("name"); break;
        }

        return Lie == "malformed" ? "a.b" : Sign(Lie, claims, Lie == "typ" ? "at+jwt" : "JWT");
    }

    private string Sign(string lie, Dictionary<string, object> claims, string type)
    {
        var now = _clock.Now;
        claims["iss"] = lie == "issuer" ? "http://evil.example" : Issuer;
        claims["aud"] = lie switch { "audience" => "another", "audiences" => new[] { ClientId, "another" }, _ => ClientId };
        claims["iat"] = now.AddMinutes(lie == "issued-later" ? 5 : 0).ToUnixTimeSeconds();
        claims["exp"] = now.AddMinutes(lie switch { "expired" => -3, "just-expired" => -1, _ => 5 }).ToUnixTimeSeconds();
        if (lie == "not-yet")
        {
            claims["nbf"] = now.AddMinutes(5).ToUnixTimeSeconds();
        }

        if (lie == "no-exp")
        {
            claims.Remove("exp");
        }

        Dictionary<string, object> header = new() { ["alg"] = "RS256", ["typ"] = type, ["kid"] = lie == "kid" ? "k9" : KeyName };
        switch (lie)
        {
            case "alg-none": header["alg"] = "none"; break;
            case "hs256": header["alg"] = "HS256"; break;
            case "crit": (header["crit"], header["exp"]) = (new[] { "exp" }, 1); break;
            case "own-key": header["jwk"] = Public(_second, "k1"); break;
            case "own-key-address": header["jku"] = Issuer + "/keys"; break;
        }

        var text = $"{Part(header)}.{Part(claims)}";
        return $"{text}.{Signature(lie, Encoding.ASCII.GetBytes(text))}";
    }

    private string Signature(string lie, byte[] text) => lie switch
    {
        "alg-none" => "",
        "hs256" => WebEncoders.Base64UrlEncode(HMACSHA256.HashData(Encoding.ASCII.GetBytes(Key.ExportSubjectPublicKeyInfoPem()), text)),
        "wrong-key" or "own-key" or "own-key-address" => WebEncoders.Base64UrlEncode((HasNewKey ? _first : _second).SignData(text, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)),
        _ => WebEncoders.Base64UrlEncode(Key.SignData(text, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)),
    };

    private static string Part(object part) => WebEncoders.Base64UrlEncode(JsonSerializer.SerializeToUtf8Bytes(part));

    private static Dictionary<string, string> Public(RSA key, string name)
    {
        var parameters = key.ExportParameters(false);
        return new() { ["kty"] = "RSA", ["use"] = "sig", ["kid"] = name, ["n"] = WebEncoders.Base64UrlEncode(parameters.Modulus!), ["e"] = WebEncoders.Base64UrlEncode(parameters.Exponent!) };
    }
}
