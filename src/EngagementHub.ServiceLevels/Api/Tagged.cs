using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace EngagementHub.ServiceLevels.Api;

/// <summary>Answers that carry the mark of what they say: whoever has them already is told so and gets nothing again.</summary>
internal static class Tagged
{
    public static IResult Json<T>(HttpContext http, T value) => Bytes(http, JsonSerializer.SerializeToUtf8Bytes(value, JsonSerializerOptions.Web), "application/json; charset=utf-8");

    public static IResult Bytes(HttpContext http, byte[] content, string type, string? name = null)
    {
        http.Response.Headers.CacheControl = "private, no-cache";
        return Results.File(content, type, name, entityTag: new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(content))[..32]}\""));
    }
}
