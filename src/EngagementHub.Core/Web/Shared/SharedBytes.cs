using System.Buffers;
using System.IO.Compression;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace EngagementHub.Core.Web.Shared;

/// <summary>A page as bytes, plain and compressed. It holds nothing personal and nothing secret, so its length tells nothing.</summary>
internal sealed class SharedBytes
{
    // Half of Brotli's best: the page is made anew within a second of a change, and the first reader waits for it.
    private const int Quality = 5;
    private const int Window = 22;

    private readonly Lazy<ReadOnlyMemory<byte>> _brotli;
    private readonly Lazy<ReadOnlyMemory<byte>> _gzip;

    public SharedBytes(byte[] plain, string contentType)
    {
        (Plain, ContentType, Hash) = (plain, contentType, SHA256.HashData(plain));
        (_brotli, _gzip) = (new(Brotli), new(Gzip));
        var mark = Convert.ToBase64String(Hash.AsSpan(0, 12));
        (_plainTag, _brotliTag, _gzipTag) = ($"\"{mark}\"", $"\"{mark}-br\"", $"\"{mark}-gz\"");
    }

    private readonly string _plainTag;
    private readonly string _brotliTag;
    private readonly string _gzipTag;

    public byte[] Plain { get; }

    public string ContentType { get; }

    public byte[] Hash { get; }

    /// <summary>Answers the request with them, or with 304 where the browser has them.</summary>
    public Task SendAsync(HttpContext context, string cacheControl)
    {
        var (encoding, tag) = Encoding(context.Request.Headers.AcceptEncoding.ToString());
        var headers = context.Response.Headers;
        headers.ETag = tag;
        headers.CacheControl = cacheControl;
        headers.Vary = "Accept-Encoding, Cookie";
        if (context.Request.Headers.IfNoneMatch.ToString() is { Length: > 0 } known && known.Contains(tag, StringComparison.Ordinal))
        {
            context.Response.StatusCode = StatusCodes.Status304NotModified;
            return Task.CompletedTask;
        }

        var body = encoding switch { "br" => _brotli.Value, "gzip" => _gzip.Value, _ => Plain };
        if (encoding is not null)
        {
            headers.ContentEncoding = encoding;
        }

        context.Response.ContentType = ContentType;
        context.Response.ContentLength = body.Length;
        return context.Response.BodyWriter.WriteAsync(body, context.RequestAborted).AsTask();
    }

    private (string? Encoding, string Tag) Encoding(string accepted) =>
        Accepts(accepted, "br") ? ("br", _brotliTag) : Accepts(accepted, "gzip") ? ("gzip", _gzipTag) : (null, _plainTag);

    // A coding with the weight 0 is refused (RFC 9110, 12.5.3).
    private static bool Accepts(string accepted, string coding) =>
        accepted.Contains(coding, StringComparison.OrdinalIgnoreCase)
        && StringWithQualityHeaderValue.TryParseList([accepted], out var list) && list.Any(v => v.Value.Equals(coding, StringComparison.OrdinalIgnoreCase) && v.Quality is not 0);

    private ReadOnlyMemory<byte> Brotli()
    {
        var buffer = ArrayPool<byte>.Shared.Rent(BrotliEncoder.GetMaxCompressedLength(Plain.Length));
        try
        {
            return BrotliEncoder.TryCompress(Plain, buffer, out var written, Quality, Window) ? buffer.AsSpan(0, written).ToArray() : throw new InvalidOperationException("Brotli gave up");
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private ReadOnlyMemory<byte> Gzip()
    {
        var to = new MemoryStream();
        using (var gzip = new GZipStream(to, CompressionLevel.Optimal, leaveOpen: true))
        {
            gzip.Write(Plain);
        }

        return to.ToArray();
    }
}
