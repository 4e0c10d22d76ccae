using System.Text;
using EngagementHub.Blogging.Posts.Images;
using SkiaSharp;

namespace EngagementHub.Tests.Blogging;

public sealed class PictureTests
{
    private const string NoImage = "This file is not a PNG, JPEG, GIF or WebP image, whatever its name says. Save the picture in one of these and add it again";

    [Theory]
    [InlineData(SKEncodedImageFormat.Png, "image/png")]
    [InlineData(SKEncodedImageFormat.Jpeg, "image/jpeg")]
    [InlineData(SKEncodedImageFormat.Webp, "image/webp")]
    public async Task A_picture_is_drawn_anew_in_its_own_kind(SKEncodedImageFormat format, string mediaType)
    {
        var picture = await Develop(Images.Of(format));

        Assert.Equal((mediaType, 60, 40), (picture.MediaType, picture.Width, picture.Height));
    }

    [Fact]
    public async Task A_gif_becomes_a_still_png() => Assert.Equal("image/png", (await Develop(Images.Gif)).MediaType);

    [Fact]
    public async Task A_large_picture_is_made_as_large_as_it_is_shown() => Assert.Equal(2000, (await Develop(Images.Of(SKEncodedImageFormat.Jpeg, 4000, 3000))).Width);

    [Fact]
    public async Task What_hides_behind_a_picture_is_left_behind()
    {
        var picture = await Develop(Images.Polyglot);

        Assert.DoesNotContain("script", Encoding.Latin1.GetString(picture.Bytes), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>")]
    [InlineData("<!doctype html><script>alert(1)</script>")]
    [InlineData("GIF89a=1;alert(1)")]
    [InlineData("BM plus whatever")]
    [InlineData("%PDF-1.7")]
    [InlineData("")]
    public async Task What_is_no_picture_is_refused_whatever_it_is_called(string content)
    {
        var refused = await Refused(Encoding.UTF8.GetBytes(content));

        // Six letters are a GIF's beginning and what follows its measures: then it is those that are refused.
        Assert.True(refused == NoImage || refused.StartsWith("The image measures", StringComparison.Ordinal), refused);
    }

    [Fact]
    public async Task A_file_cut_off_is_refused() => Assert.StartsWith("The image cannot be opened", await Refused(Images.Of(SKEncodedImageFormat.Png, 900, 900)[..400]), StringComparison.Ordinal);

    [Fact]
    public async Task A_small_file_that_opens_into_billions_of_points_is_refused_before_it_is_opened() =>
        Assert.StartsWith("The image measures 49,920 by 49,920 points and may have 16 million at most", await Refused(Images.Bomb()), StringComparison.Ordinal);

    [Fact]
    public async Task A_file_of_fifty_megabytes_is_refused() =>
        Assert.Equal("The image file is 50 MB and may be 5 MB at most. Save it smaller, or cut out the part that matters", await Refused(new byte[50 * 1024 * 1024]));

    private static Task<Picture> Develop(byte[] file) => Picture.DevelopAsync(file, TestContext.Current.CancellationToken);

    private static async Task<string> Refused(byte[] file) => (await Assert.ThrowsAsync<BrokenRuleException>(() => Develop(file))).Message;
}
