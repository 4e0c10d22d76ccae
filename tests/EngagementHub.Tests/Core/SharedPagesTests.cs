using System.IO.Compression;
using System.Net;
using EngagementHub.Tests.Blogging;

namespace EngagementHub.Tests.Core;

public class SharedPagesTests(BloggingHub hub) : IClassFixture<BloggingHub>
{
    [Fact]
    public async Task Two_readers_get_the_same_bytes_and_nobody_is_named_on_them()
    {
        var url = await Post("The same for all");

        var (priya, tom) = (await Get(url, await hub.As("priya")), await Get(url, await hub.As("tom")));

        Assert.Equal(priya.Body, tom.Body);
        Assert.Equal(priya.Tag, tom.Tag);
        Assert.Contains("Your account", priya.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Priya", priya.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_is_not_signed_in_is_offered_to_sign_in()
    {
        var url = await Post("Open to anybody");
        await Get(url, await hub.As("priya"));

        var page = await Get(url, await hub.As(""));

        Assert.Contains("/account/sign-in", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Sign out", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_post_that_is_withdrawn_is_gone_for_everybody_when_its_withdrawal_is_answered()
    {
        var url = await Post("Soon withdrawn");
        var (reader, owner) = (await hub.As("priya"), await hub.As("office"));
        Assert.Contains("Soon withdrawn", (await Get(url, reader)).Text, StringComparison.Ordinal);

        var desk = await owner.Open($"{BloggingHub.Blog}/desk");
        var link = desk.Document.QuerySelectorAll("a[href$='/withdraw']").First(a => a.Closest("tr, li")!.TextContent.Contains("Soon withdrawn", StringComparison.Ordinal)).GetAttribute("href")!;
        (await (await owner.Open(link)).Submit(("Reason", "It was wrong"))).MustBe(HttpStatusCode.OK);

        var gone = await Get(url, reader);
        Assert.Equal(HttpStatusCode.Gone, gone.Status);
        Assert.DoesNotContain("Read by the team", gone.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_browser_has_already_is_not_sent_again_and_bears_the_same_headers()
    {
        var (url, reader) = (await Post("Read twice"), await hub.As("priya"));
        var first = await Get(url, reader);

        var again = await Get(url, reader, tag: first.Tag);

        Assert.Equal(HttpStatusCode.NotModified, again.Status);
        Assert.Empty(again.Body);
        Assert.Equal((first.Policy, first.Tag, first.Cache), (again.Policy, again.Tag, again.Cache));
    }

    [Theory]
    [InlineData("br, gzip", "br")]
    [InlineData("gzip, deflate", "gzip")]
    [InlineData("br;q=0, gzip", "gzip")]
    [InlineData("", null)]
    public async Task A_page_comes_in_the_coding_that_the_browser_reads(string accepted, string? coding)
    {
        var (url, reader) = (await Post($"Packed for {accepted}"), await hub.As("priya"));

        var (plain, packed) = (await Get(url, reader), await Get(url, reader, accepted));

        Assert.Equal(coding, packed.Coding);
        Assert.Equal(plain.Text, Unpack(packed.Body, coding));
    }

    [Fact]
    public async Task A_notice_is_shown_to_the_one_person_whom_it_concerns()
    {
        var owner = await hub.As("office");
        var published = await BloggingHub.Publish(owner, "With a notice", "Read by the team.");

        Assert.NotNull(published.Document.QuerySelector(".govuk-notification-banner"));
        var url = await Post("After a notice");
        Assert.DoesNotContain("govuk-notification-banner\"", (await Get(url, await hub.As("priya"))).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Fifty_who_come_at_once_get_one_page()
    {
        var url = await Post("Mailed to everybody");
        var readers = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => hub.As("priya")));

        var pages = await Task.WhenAll(readers.SelectMany(r => Enumerable.Range(0, 5).Select(_ => Get(url, r))));

        Assert.All(pages, page => Assert.Equal((HttpStatusCode.OK, pages[0].Text), (page.Status, page.Text)));
    }

    [Fact]
    public async Task What_is_kept_is_never_shown_at_another_hour()
    {
        var (url, reader) = (await Post("Published today"), await hub.As("priya"));
        Assert.Equal(HttpStatusCode.OK, (await Get(url, reader)).Status);
        try
        {
            hub.Clock.Now = hub.Clock.Now.AddHours(-2);

            Assert.Equal(HttpStatusCode.NotFound, (await Get(url, reader)).Status);
        }
        finally
        {
            hub.Clock.Now = hub.Clock.Now.AddHours(2);
        }
    }

    [Fact]
    public async Task Whoever_has_something_to_do_gets_a_page_of_their_own()
    {
        var url = await Post("With the way to its board");

        var (owner, reader) = (await Get(url, await hub.As("office")), await Get(url, await hub.As("priya")));

        Assert.Contains("Olu Office", owner.Text, StringComparison.Ordinal);
        Assert.Equal(("no-store", ""), (owner.Cache, owner.Tag));
        Assert.NotEqual("", reader.Tag);
    }

    [Theory]
    [InlineData("br", "br")]
    [InlineData("gzip", "gzip")]
    [InlineData("", null)]
    public async Task Whoever_has_something_to_do_gets_a_page_of_their_own_packed_as_their_browser_likes(string accepted, string? coding)
    {
        var url = await Post($"Packed {coding}");

        var owner = await Get(url, await hub.As("office"), accepted);

        Assert.Equal((coding, "no-store", ""), (owner.Coding, owner.Cache, owner.Tag));
        Assert.Contains("Olu Office", Unpack(owner.Body, owner.Coding), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_post_that_is_not_there_is_missing_in_words() =>
        Assert.Contains("not found", (await (await hub.As("priya")).Open($"{BloggingHub.Blog}/2007/04/24/nowhere")).Heading, StringComparison.OrdinalIgnoreCase);

    [Fact]
    public async Task The_header_asks_for_the_name_of_the_one_who_reads()
    {
        var own = await (await hub.As("priya")).Open("/notifications/header");

        Assert.Contains("Priya", own.Body, StringComparison.Ordinal);
        (await (await hub.As("")).Open("/notifications/header")).MustBe(HttpStatusCode.NoContent);
    }

    private async Task<string> Post(string title)
    {
        var published = await BloggingHub.Publish(await hub.As("office"), title, "Read by the team.");
        published.MustBe(HttpStatusCode.OK);
        return published.Url;
    }

    private static async Task<Answer> Get(string url, HubClient reader, string accepted = "", string? tag = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, url);
        if (accepted.Length > 0)
        {
            request.Headers.TryAddWithoutValidation("Accept-Encoding", accepted);
        }

        if (tag is not null)
        {
            request.Headers.TryAddWithoutValidation("If-None-Match", tag);
        }

        using var answer = await reader.Http.SendAsync(request, TestContext.Current.CancellationToken);
        return new Answer(
            answer.StatusCode, await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken), answer.Headers.ETag?.ToString() ?? "",
            answer.Content.Headers.ContentEncoding.FirstOrDefault(), answer.Headers.CacheControl?.ToString() ?? "", string.Join(' ', answer.Headers.GetValues("Content-Security-Policy")));
    }

    private static string Unpack(byte[] body, string? coding)
    {
        using var packed = new MemoryStream(body);
        using Stream plain = coding switch { "br" => new BrotliStream(packed, CompressionMode.Decompress), "gzip" => new GZipStream(packed, CompressionMode.Decompress), _ => packed };
        using var reader = new StreamReader(plain);
        return reader.ReadToEnd();
    }

    private sealed record Answer(HttpStatusCode Status, byte[] Body, string Tag, string? Coding, string Cache, string Policy)
    {
        public string Text => System.Text.Encoding.UTF8.GetString(Body);
    }
}
