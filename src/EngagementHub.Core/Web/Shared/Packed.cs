using System.Buffers;
using System.IO.Compression;

namespace EngagementHub.Core.Web.Shared;

/// <summary>A way to compress: quickly for the first who asks and waits, and as well as pays for a page that many read.</summary>
internal sealed record Packing(Func<byte[], byte[]> Quickly, Func<byte[], byte[]> Well)
{
    private const int Window = 22;

    public static Packing Brotli { get; } = new(plain => Brotlied(plain, 1), plain => Brotlied(plain, 9));

    public static Packing Gzip { get; } = new(plain => Gzipped(plain, CompressionLevel.Fastest), plain => Gzipped(plain, CompressionLevel.SmallestSize));

    private static byte[] Brotlied(byte[] plain, int quality)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(BrotliEncoder.GetMaxCompressedLength(plain.Length));
        try
        {
            return BrotliEncoder.TryCompress(plain, buffer, out var written, quality, Window) ? buffer.AsSpan(0, written).ToArray() : throw new InvalidOperationException("Brotli gave up");
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private static byte[] Gzipped(byte[] plain, CompressionLevel level)
    {
        var to = new MemoryStream();
        using (var gzip = new GZipStream(to, level, leaveOpen: true))
        {
            gzip.Write(plain);
        }

        return to.ToArray();
    }
}

/// <summary>A page in one coding: packed quickly when it is first asked for, and better in the background once it is asked for often.</summary>
internal sealed class Packed(byte[] plain, Packing packing)
{
    private const int Often = 20;

    private volatile byte[]? _bytes;
    private int _asked;

    public byte[] Bytes
    {
        get
        {
            if (_asked < Often && Interlocked.Increment(ref _asked) == Often)
            {
                _ = Task.Run(() => _bytes = packing.Well(plain));
            }

            // Two who come first may both pack it; both get the same bytes.
            return _bytes ??= packing.Quickly(plain);
        }
    }
}
