using SkiaSharp;

namespace EngagementHub.Blogging.Posts.Images;

/// <summary>A picture judged by what is in the file and drawn anew: of the file itself nothing is kept, so nothing can hide in it.</summary>
internal sealed record Picture(byte[] Bytes, string MediaType, int Width, int Height)
{
    public const int LargestFile = 5 * 1024 * 1024;

    public const int LargestPixels = 16_000_000;

    private const int ShownAtMost = 2000;

    private const int Quality = 85;

    // A picture takes far more room opened than in its file; more than two at a time would be felt by everybody.
    private static readonly SemaphoreSlim Tables = new(2);

    private static readonly Dictionary<SKEncodedImageFormat, SKEncodedImageFormat> Kept = new()
    {
        [SKEncodedImageFormat.Png] = SKEncodedImageFormat.Png,
        [SKEncodedImageFormat.Gif] = SKEncodedImageFormat.Png,
        [SKEncodedImageFormat.Jpeg] = SKEncodedImageFormat.Jpeg,
        [SKEncodedImageFormat.Webp] = SKEncodedImageFormat.Webp,
    };

    public string Extension => MediaType["image/".Length..];

    /// <exception cref="BrokenRuleException">It is no picture that the hub shows, or too large; the sentence names the limit and the cure.</exception>
    public static async Task<Picture> DevelopAsync(byte[] file, CancellationToken cancellation = default)
    {
        await Tables.WaitAsync(cancellation);
        try
        {
            return Develop(file);
        }
        finally
        {
            Tables.Release();
        }
    }

    public static BrokenRuleException TooLarge(long bytes) => Refuse(
        string.Create(Core.Time.Say.English, $"The image file is {bytes / 1048576.0:0.#} MB and may be {LargestFile / 1048576} MB at most. Save it smaller, or cut out the part that matters"));

    private static Picture Develop(byte[] file)
    {
        if (file.Length > LargestFile)
        {
            throw TooLarge(file.Length);
        }

        using var data = SKData.CreateCopy(file);
        using var codec = SKCodec.Create(data);
        if (codec is null || !Kept.TryGetValue(codec.EncodedFormat, out var format))
        {
            throw Refuse("This file is not a PNG, JPEG, GIF or WebP image, whatever its name says. Save the picture in one of these and add it again");
        }

        if ((long)codec.Info.Width * codec.Info.Height > LargestPixels)
        {
            throw Refuse(string.Create(Core.Time.Say.English, $"The image measures {codec.Info.Width:N0} by {codec.Info.Height:N0} points and may have {LargestPixels / 1_000_000} million at most. Make it smaller, for example {ShownAtMost} points wide"));
        }

        using var drawn = Draw(codec);
        using var encoded = drawn.Encode(format, Quality) ?? throw Damaged();
        return new(encoded.ToArray(), $"image/{format.ToString().ToLowerInvariant()}", drawn.Width, drawn.Height);
    }

    private static SKBitmap Draw(SKCodec codec)
    {
        var info = new SKImageInfo(codec.Info.Width, codec.Info.Height, SKColorType.Rgba8888, codec.Info.AlphaType == SKAlphaType.Opaque ? SKAlphaType.Opaque : SKAlphaType.Premul);
        using var opened = new SKBitmap(info);
        if (codec.GetPixels(info, opened.GetPixels()) != SKCodecResult.Success)
        {
            throw Damaged();
        }

        var scale = Math.Min(1f, (float)ShownAtMost / Math.Max(info.Width, info.Height));
        var (width, height) = (Math.Max(1, (int)(info.Width * scale)), Math.Max(1, (int)(info.Height * scale)));
        var lying = codec.EncodedOrigin >= SKEncodedOrigin.LeftTop;
        var drawn = new SKBitmap(info.WithSize(lying ? height : width, lying ? width : height));
        using var canvas = new SKCanvas(drawn);
        canvas.Concat(Turn(codec.EncodedOrigin, width, height));
        using var image = SKImage.FromBitmap(opened);
        canvas.DrawImage(image, new SKRect(0, 0, width, height), new SKSamplingOptions(SKFilterMode.Linear, SKMipmapMode.Linear));
        return drawn;
    }

    // How the camera was held is told beside the picture and would be lost with the rest: EXIF, tag 0x0112.
    private static SKMatrix Turn(SKEncodedOrigin origin, int width, int height) => origin switch
    {
        SKEncodedOrigin.TopRight => new(-1, 0, width, 0, 1, 0, 0, 0, 1),
        SKEncodedOrigin.BottomRight => new(-1, 0, width, 0, -1, height, 0, 0, 1),
        SKEncodedOrigin.BottomLeft => new(1, 0, 0, 0, -1, height, 0, 0, 1),
        SKEncodedOrigin.LeftTop => new(0, 1, 0, 1, 0, 0, 0, 0, 1),
        SKEncodedOrigin.RightTop => new(0, -1, height, 1, 0, 0, 0, 0, 1),
        SKEncodedOrigin.RightBottom => new(0, -1, height, -1, 0, width, 0, 0, 1),
        SKEncodedOrigin.LeftBottom => new(0, 1, 0, -1, 0, width, 0, 0, 1),
        _ => SKMatrix.Identity,
    };

    private static BrokenRuleException Damaged() => Refuse("The image cannot be opened: the file is damaged or cut off. Save the picture again and add that file");

    private static BrokenRuleException Refuse(string sentence) => new(sentence, "Image");
}
