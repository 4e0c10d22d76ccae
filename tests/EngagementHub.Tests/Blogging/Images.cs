using System.Net.Http.Headers;
using System.Text;
using AngleSharp.Html.Dom;
using SkiaSharp;

namespace EngagementHub.Tests.Blogging;

/// <summary>Pictures, and what only looks like one.</summary>
internal static class Images
{
    public static byte[] Of(SKEncodedImageFormat format, int width = 60, int height = 40)
    {
        using var bitmap = new SKBitmap(width, height);
        using (var canvas = new SKCanvas(bitmap))
        {
            canvas.Clear(SKColors.Teal);
        }

        using var encoded = bitmap.Encode(format, 80);
        return encoded.ToArray();
    }

    public static byte[] Gif { get; } = Convert.FromBase64String("R0lGODlhAQABAIAAAAUEBAAAACwAAAAAAQABAAACAkQBADs=");

    public static byte[] Png { get; } = Of(SKEncodedImageFormat.Png);

    /// <summary>A picture with a page of script behind its end.</summary>
    public static byte[] Polyglot { get; } = [.. Of(SKEncodedImageFormat.Jpeg), .. "<script>alert(document.domain)</script>"u8];

    /// <summary>A small file that says it opens into billions of points.</summary>
    public static byte[] Bomb()
    {
        var png = (byte[])Png.Clone();
        png.AsSpan(16, 8).Clear();
        (png[18], png[22]) = (0xC3, 0xC3);
        BitConverter.TryWriteBytes(png.AsSpan(29, 4), Crc(png.AsSpan(12, 17)));
        png.AsSpan(29, 4).Reverse();
        return png;
    }

    /// <summary>Sends the page's form with a file in it, as a browser does.</summary>
    public static Task<HubPage> Send(HubPage page, string handler, byte[] file, string name, params (string Name, string Value)[] fields)
    {
        var form = (IHtmlFormElement)page.Document.QuerySelector("main form[enctype]")!;
        var content = new MultipartFormDataContent();
        foreach (var (key, value) in FormFields.Of(form, null, fields))
        {
            content.Add(new StringContent(value, Encoding.UTF8), key);
        }

        var part = new ByteArrayContent(file);
        part.Headers.ContentDisposition = new ContentDispositionHeaderValue("form-data") { Name = "Image", FileName = $"\"{name}\"" };
        part.Headers.ContentType = new MediaTypeHeaderValue("image/png");
        content.Add(part);
        return page.Client.Send(new HttpRequestMessage(HttpMethod.Post, page.Url.Split('?')[0] + handler) { Content = content });
    }

    private static uint Crc(ReadOnlySpan<byte> bytes)
    {
        var crc = uint.MaxValue;
        foreach (var b in bytes)
        {
            crc ^= b;
            for (var bit = 0; bit < 8; bit++)
            {
                crc = (crc & 1) == 0 ? crc >> 1 : (crc >> 1) ^ 0xEDB88320;
            }
        }

        return ~crc;
    }
}
