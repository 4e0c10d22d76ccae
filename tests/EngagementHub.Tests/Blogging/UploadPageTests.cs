using System.Net;
using EngagementHub.Blogging.Posts;
using EngagementHub.Blogging.Posts.Images;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.Tests.Blogging;

public sealed class UploadPageTests : IAsyncLifetime
{
    private readonly BloggingHub _hub = new();

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => _hub.DisposeAsync();

    [Fact]
    public async Task A_picture_is_added_without_script_and_readers_of_the_post_see_it()
    {
        var added = await Add(Images.Png, "chart.png", ("ImageAlt", "Calls fell [by half]"));
        var text = Text(added);
        Assert.StartsWith("Words.", text, StringComparison.Ordinal);
        var draft = await added.Submit("main form[enctype]", ("!button", "Save and publish"));
        var post = await draft.Submit("main form[method=post]", ("!button", "Publish"));

        var image = post.Document.QuerySelector(".hub-prose img")!;
        Assert.Equal("Calls fell [by half]", image.GetAttribute("alt"));
        using var served = await Get("sam", image.GetAttribute("src")!);
        Assert.Equal(HttpStatusCode.OK, served.StatusCode);
        Assert.Equal("image/png", served.Content.Headers.ContentType!.MediaType);
        Assert.Equal("attachment", served.Content.Headers.ContentDisposition!.DispositionType);
        Assert.Equal("nosniff", served.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Equal("sandbox; default-src 'none'", served.Headers.GetValues("Content-Security-Policy").Single());
        Assert.Equal("no-cache, private", served.Headers.CacheControl!.ToString());
        Assert.NotNull(served.Headers.ETag);
    }

    [Fact]
    public async Task A_picture_of_a_draft_is_seen_by_its_writers_only()
    {
        var added = await Add(Images.Png, "chart.png", ("ImageAlt", "A chart"));
        var url = Address(added);
        await Answers(url, ("office", HttpStatusCode.OK), ("admin", HttpStatusCode.NotFound), ("sam", HttpStatusCode.NotFound), ("", HttpStatusCode.NotFound));

        await added.Submit("main form[enctype]", ("!button", "Save draft"));

        await Answers(url, ("office", HttpStatusCode.OK), ("admin", HttpStatusCode.OK), ("sam", HttpStatusCode.NotFound));
    }

    [Fact]
    public async Task A_picture_goes_with_the_post_that_is_withdrawn_and_with_the_line_that_is_taken_out()
    {
        var added = await Add(Images.Png, "chart.png", ("ImageAlt", "A chart"));
        var url = Address(added);
        await (await added.Submit("main form[enctype]", ("!button", "Save and publish"))).Submit("main form[method=post]", ("!button", "Publish"));
        await Answers(url, ("sam", HttpStatusCode.OK));

        await _hub.In(async (_, db) =>
        {
            (await db.Set<Post>().SingleAsync(TestContext.Current.CancellationToken)).Withdraw(People.Olu, _hub.Clock.Now, "Wrong chart");
            return true;
        });

        await Answers(url, ("sam", HttpStatusCode.NotFound));
    }

    [Theory]
    [InlineData("../../etc/passwd.png")]
    [InlineData("CON.png")]
    [InlineData("\u202Egnp.exe")]
    [InlineData("x\u0001y.html")]
    public async Task The_name_of_the_file_means_nothing(string name)
    {
        await Add(Images.Png, name, ("ImageAlt", "A chart"));

        var kept = Assert.Single(Directory.GetFiles(Path.Combine(_hub.Folder, "uploads"), "*", SearchOption.AllDirectories));
        Assert.Matches("^[0-9a-f]{32}\\.png$", Path.GetFileName(kept));
    }

    [Fact]
    public async Task What_is_no_picture_is_refused_and_everything_typed_is_kept()
    {
        var refused = await Add("<svg onload=alert(1)>"u8.ToArray(), "nice.png", ("ImageAlt", "A chart"), ("Title", "My title"));

        refused.MustBe(HttpStatusCode.UnprocessableEntity);
        Assert.StartsWith("This file is not a PNG", Assert.Single(refused.Errors), StringComparison.Ordinal);
        Assert.Equal(("Words.", "My title", "A chart"), (Text(refused), Value(refused, "Title"), Value(refused, "ImageAlt")));
    }

    [Fact]
    public async Task The_script_reads_why_a_picture_is_refused_without_a_page_to_take_apart()
    {
        var page = await (await _hub.As("office")).Open($"{BloggingHub.Blog}/write");
        page.Client.Http.DefaultRequestHeaders.Add("Accept", "application/json");

        var refused = await Images.Send(page, "?handler=Image", "<svg onload=alert(1)>"u8.ToArray(), "nice.png", ("ImageAlt", "A chart"));

        refused.MustBe(HttpStatusCode.UnprocessableEntity);
        Assert.StartsWith("{\"problem\":\"This file is not a PNG", refused.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Fifty_megabytes_are_refused_with_the_limit_and_everything_typed_is_kept()
    {
        var refused = await Add(new byte[50 * 1024 * 1024], "scan.png", ("ImageAlt", "A chart"));

        refused.MustBe(HttpStatusCode.UnprocessableEntity);
        Assert.Equal(["The image file is 50 MB and may be 5 MB at most. Save it smaller, or cut out the part that matters"], refused.Errors);
        Assert.Equal("Words.", Text(refused));
    }

    [Fact]
    public async Task More_than_a_form_may_hold_is_refused_calmly()
    {
        (await Add(new byte[65 * 1024 * 1024], "scan.png", ("ImageAlt", "A chart"))).MustBe(HttpStatusCode.RequestEntityTooLarge);
    }

    [Fact]
    public async Task A_picture_needs_words_or_says_that_it_decorates()
    {
        var refused = await Add(Images.Png, "chart.png");
        Assert.StartsWith("Say what the image shows", Assert.Single(refused.Errors), StringComparison.Ordinal);

        var added = await Add(Images.Png, "chart.png", ("ImageIsDecorative", "true"));
        var post = await (await added.Submit("main form[enctype]", ("!button", "Save and publish"))).Submit("main form[method=post]", ("!button", "Publish"));

        Assert.Equal("", post.Document.QuerySelector(".hub-prose img")!.GetAttribute("alt"));
        Assert.False(post.Document.QuerySelector(".hub-prose img")!.HasAttribute("title"));
    }

    [Theory]
    [InlineData("![](ID)", "Say what the image")]
    [InlineData("![x](https://elsewhere.example/pixel.png)", "The image https://elsewhere.example/pixel.png was not added to this post")]
    [InlineData("![x](/uploads/00000000-0000-0000-0000-000000000001)", "The image /uploads/00000000")]
    public async Task Pictures_written_by_hand_keep_the_same_rules(string markdown, string sentence)
    {
        var added = await Add(Images.Png, "chart.png", ("ImageAlt", "A chart"));

        var refused = await added.Submit("main form[enctype]", ("Sections[0].Text", markdown.Replace("ID", Address(added), StringComparison.Ordinal)));

        refused.MustBe(HttpStatusCode.UnprocessableEntity);
        Assert.StartsWith(sentence, Assert.Single(refused.Errors), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_picture_of_one_post_is_not_shown_through_another()
    {
        var added = await Add(Images.Png, "chart.png", ("ImageAlt", "A chart"));
        await added.Submit("main form[enctype]", ("!button", "Save draft"));

        var refused = await (await (await _hub.As("admin")).Open($"{BloggingHub.Blog}/write")).Submit("main form[enctype]", ("Title", "Borrowed"), ("Sections[0].Text", $"![x]({Address(added)})"));

        refused.MustBe(HttpStatusCode.UnprocessableEntity);
    }

    [Fact]
    public async Task A_picture_that_nobody_placed_is_taken_away_after_a_month()
    {
        await Add(Images.Png, "chart.png", ("ImageAlt", "A chart"));

        _hub.Clock.Now = _hub.Clock.Now.AddDays(31);
        await _hub.RunJob("blogging.tidying");

        Assert.Empty(Directory.GetFiles(Path.Combine(_hub.Folder, "uploads")));
        Assert.Equal(0, await _hub.In((_, db) => db.Set<Upload>().CountAsync(TestContext.Current.CancellationToken)));
    }

    private async Task<HubPage> Add(byte[] file, string name, params (string, string)[] fields) =>
        await Images.Send(await (await _hub.As("office")).Open($"{BloggingHub.Blog}/write"), "?handler=Image", file, name, [.. fields, .. new[] { ("Title", "With a picture"), ("Sections[0].Text", "Words.") }.ExceptBy(fields.Select(f => f.Item1), f => f.Item1)]);

    private async Task<HttpResponseMessage> Get(string reader, string url) => await (await _hub.As(reader)).Http.GetAsync(new Uri(url, UriKind.Relative), TestContext.Current.CancellationToken);

    private async Task Answers(string url, params (string Reader, HttpStatusCode Status)[] expected)
    {
        foreach (var (reader, status) in expected)
        {
            using var answer = await Get(reader, url);
            Assert.Equal((reader, status), (reader, answer.StatusCode));
        }
    }

    private static string Text(HubPage page) => page.Document.QuerySelector("textarea[name='Sections[0].Text']")!.TextContent.Trim();

    private static string Address(HubPage page) => Text(page).Split('(')[^1].TrimEnd(')').Split(' ')[0];

    private static string? Value(HubPage page, string name) => page.Document.QuerySelector($"[name='{name}']")!.GetAttribute("value");
}
