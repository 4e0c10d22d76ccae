using System.Collections.Concurrent;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace EngagementHub.Core.Web.Shared;

/// <summary>A page as bytes, plain and compressed. It holds nothing personal and nothing secret, so its length tells nothing.</summary>
internal sealed class SharedBytes
{
    private const int MostAccepted = 200;

    // What browsers send is of few kinds, and is understood once.
    private static readonly ConcurrentDictionary<string, Coding> Understood = new();

    private readonly Packed _brotli;
    private readonly Packed _gzip;
    private readonly (string Plain, string Brotli, string Gzip) _tags;

    public SharedBytes(byte[] plain, string contentType)
    {
        (Plain, ContentType, Hash) = (plain, contentType, SHA256.HashData(plain));
        (_brotli, _gzip) = (new(plain, Packing.Brotli), new(plain, Packing.Gzip));
        // Weak: the same page may be packed anew, more tightly.
        var mark = Convert.ToBase64String(Hash.AsSpan(0, 12));
        _tags = ($"W/\"{mark}\"", $"W/\"{mark}-br\"", $"W/\"{mark}-gz\"");
    }

    private enum Coding
    {
        Plain,
        Gzip,
        Brotli,
    }

    public byte[] Plain { get; }

    public string ContentType { get; }

    public byte[] Hash { get; }

    /// <summary>Answers the request with them, or with 304 where the browser has them.</summary>
    public Task SendAsync(HttpContext context, string cacheControl)
    {
        var coding = Best(context.Request.Headers.AcceptEncoding.ToString());
        var tag = coding switch { Coding.Brotli => _tags.Brotli, Coding.Gzip => _tags.Gzip, _ => _tags.Plain };
        var headers = context.Response.Headers;
        headers.ETag = tag;
        headers.CacheControl = cacheControl;
        headers.Vary = "Accept-Encoding, Cookie";
        if (context.Request.Headers.IfNoneMatch.ToString() is { Length: > 0 } known && known.Contains(tag, StringComparison.Ordinal))
        {
            context.Response.StatusCode = StatusCodes.Status304NotModified;
            return Task.CompletedTask;
        }

        context.Response.ContentType = ContentType;
        return WriteAsync(context, coding, coding switch { Coding.Brotli => _brotli.Bytes, Coding.Gzip => _gzip.Bytes, _ => Plain });
    }

    /// <summary>Answers with a page that is one person's own: packed quickly, with no tag, kept by nobody.</summary>
    public static Task SendOnceAsync(HttpContext context, byte[] plain)
    {
        var coding = Best(context.Request.Headers.AcceptEncoding.ToString());
        context.Response.Headers.CacheControl = "no-store";
        context.Response.Headers.Vary = "Accept-Encoding, Cookie";
        return WriteAsync(context, coding, coding switch { Coding.Brotli => Packing.Brotli.Quickly(plain), Coding.Gzip => Packing.Gzip.Quickly(plain), _ => plain });
    }

    private static Task WriteAsync(HttpContext context, Coding coding, byte[] body)
    {
        if (coding != Coding.Plain)
        {
            context.Response.Headers.ContentEncoding = coding == Coding.Brotli ? "br" : "gzip";
        }

        context.Response.ContentLength = body.Length;
        return HttpMethods.IsHead(context.Request.Method) ? Task.CompletedTask : context.Response.BodyWriter.WriteAsync(body, context.RequestAborted).AsTask();
    }

    private static Coding Best(string accepted)
    {
        if (Understood.TryGetValue(accepted, out var known))
        {
            return known;
        }

        var best = Accepts(accepted, "br") ? Coding.Brotli : Accepts(accepted, "gzip") ? Coding.Gzip : Coding.Plain;
        return Understood.Count < MostAccepted ? Understood.GetOrAdd(accepted, best) : best;
    }

    // A coding with the weight 0 is refused (RFC 9110, 12.5.3).
    private static bool Accepts(string accepted, string coding) =>
        StringWithQualityHeaderValue.TryParseList([accepted], out var list) && list.Any(v => v.Value.Equals(coding, StringComparison.OrdinalIgnoreCase) && v.Quality is not 0);
}
