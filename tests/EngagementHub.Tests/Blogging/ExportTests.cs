using System.IO.Compression;
using System.Net;
using System.Text.Json.Nodes;
using EngagementHub.Blogging.Posts;
using EngagementHub.Blogging.Recipes;
using EngagementHub.Core.Ports;
using EngagementHub.Core.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace EngagementHub.Tests.Blogging;

public sealed class ExportTests(BloggingHub hub) : IClassFixture<BloggingHub>
{
    [Fact]
    public async Task A_blog_leaves_as_a_recipe_comes_back_the_same_and_twice_is_once()
    {
        await Tell(hub);
        var exported = await Export(hub);

        Assert.Equal((0, ""), Silent(await hub.ApplyRecipe(exported)));
        Assert.Equal(exported, await Export(hub));
        Assert.Equal(1, await hub.In((_, db) => db.Set<Post>().Where(p => p.Title == "Ten \"days\" <b>").MaxAsync(p => p.Version + 1)));

        await using var other = new BloggingHub();
        await other.In(async (_, db) => await db.Set<EngagementHub.Blogging.Blogs.Blog>().ExecuteDeleteAsync());
        Assert.Equal((0, ""), Silent(await other.ApplyRecipe(exported)));
        Assert.Equal(exported, await Export(other));
        var versions = await Versions(other);
        Assert.Equal((0, ""), Silent(await other.ApplyRecipe(exported)));
        Assert.Equal(versions, await Versions(other));
        var page = await (await other.As("sam")).Open($"{BloggingHub.Blog}/2007/04/19/ten-days");
        Assert.Contains("[js: one()]", page.Text, StringComparison.Ordinal);
        Assert.Contains("Grace Green, Pay and reward", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_changed_version_brings_the_post_up_to_date_and_keeps_its_old_address()
    {
        await Tell(hub);
        var recipe = JsonNode.Parse(await Export(hub))!;
        var post = recipe["steps"]![0]!["data"]!.AsArray().Single(i => i!["DisplayText"]!.GetValue<string>() == "Another post")!;
        post["TitlePart"]!["Title"] = "Another title";
        post["AutoroutePart"]!["Path"] = "leaders/2007/04/20/another-title";
        post["ContentItemVersionId"] = "changed";

        Assert.Equal((0, ""), Silent(await hub.ApplyRecipe(recipe.ToJsonString())));

        var reader = await hub.As("sam");
        Assert.Equal("Another title", (await reader.Open($"{BloggingHub.Blog}/2007/04/20/another-title")).Heading);
        Assert.EndsWith("another-title", (await reader.Open($"{BloggingHub.Blog}/2007/04/20/another-post")).Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Drafts_scheduled_and_withdrawn_posts_do_not_leave()
    {
        await using var own = new BloggingHub();
        await Tell(own);
        await own.In(async (_, db) =>
        {
            (await db.Set<Post>().SingleAsync(p => p.Title == "Another post")).Withdraw(People.Olu, own.Clock.Now, "A mistake");
            return 0;
        });
        own.Clock.Now = new DateTimeOffset(2007, 4, 19, 7, 59, 0, TimeSpan.Zero);

        Assert.DoesNotContain("BlogPost\"", await Export(own), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_page_is_for_whoever_runs_the_blog_and_offers_both_forms()
    {
        await Tell(hub);
        (await (await hub.As("sam")).Open($"{BloggingHub.Blog}/export")).MustBe(HttpStatusCode.Forbidden);
        (await (await hub.As("sam")).Open($"{BloggingHub.Blog}/export?handler=recipe")).MustBe(HttpStatusCode.Forbidden);
        var owner = await hub.As("office");
        var page = await owner.Open($"{BloggingHub.Blog}/export");
        Assert.Contains("published post", page.Text, StringComparison.Ordinal);

        var links = page.Document.QuerySelectorAll("main a[href*=handler]").Select(a => a.GetAttribute("href")!).ToList();
        var recipe = await owner.Http.GetStringAsync(links[0], TestContext.Current.CancellationToken);
        await using var zip = new ZipArchive(await owner.Http.GetStreamAsync(links[1], TestContext.Current.CancellationToken));

        Assert.Equal(await Export(hub), recipe);
        Assert.All(zip.Entries, e => Assert.Matches("^leaders/[0-9]{4}-[0-9]{2}-[0-9]{2}-[a-z0-9-]+\\.md$", e.FullName));
        using var text = new StreamReader(await zip.Entries[0].OpenAsync(TestContext.Current.CancellationToken));
        var file = await text.ReadToEndAsync(TestContext.Current.CancellationToken);
        Assert.StartsWith("---\ntitle: \"Ten \\\"days\\\" <b>\"\n", file, StringComparison.Ordinal);
        Assert.Contains("_Grace Green, Pay and reward_", file, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_command_says_what_it_needs_and_writes_the_file()
    {
        Assert.Equal(2, (await Command("leaders")).Code);
        Assert.Equal(2, (await Command("leaders", "--to", "blog.txt")).Code);
        Assert.Contains("There is no blog 'nobody'; there are leaders", (await Command("nobody", "--to", "blog.json")).Said, StringComparison.Ordinal);

        var path = Path.Combine(hub.Folder, "out.recipe.json");
        Assert.Equal(0, (await Command("leaders", "--to", path)).Code);
        Assert.Equal(await Export(hub), await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_recipe_cut_off_half_way_is_refused_with_its_line_and_nothing_is_applied()
    {
        await using var own = new BloggingHub();
        await Tell(own);
        var exported = await Export(own);
        await using var other = new BloggingHub();

        var cut = await other.ApplyRecipe(exported[..(exported.Length * 2 / 3)]);
        var twisted = await other.ApplyRecipe(exported.Replace("\"AtUtc\": \"2007-04-19T10:00:00Z\"", "\"AtUtc\": \"[js: now()]\"", StringComparison.Ordinal).Replace("leaders", "second", StringComparison.Ordinal));

        Assert.Equal((1, 1), (cut.ExitCode, twisted.ExitCode));
        Assert.Matches(@"\(\d{2,},\d+\): this is not JSON", cut.Errors);
        Assert.Matches(@"\(\d{2,},\d+\): .*the script \[js: now\(\)\] is not known here", twisted.Errors);
        Assert.Equal((1, 0), await other.In(async (_, db) => (await db.Set<EngagementHub.Blogging.Blogs.Blog>().CountAsync(), await db.Set<Post>().CountAsync())));
    }

    [Fact]
    public async Task Orchard_s_own_blog_recipe_is_taken_in()
    {
        await using var own = new BloggingHub();
        Assert.Equal((0, ""), Silent(await own.ApplyRecipe(Orchard)));

        var page = await (await own.As("sam")).Open("/blogs/blog/2007/04/20/post-1");

        Assert.Equal("Man must explore", page.Heading);
        Assert.Equal("bold", page.Document.QuerySelector(".hub-prose strong")!.TextContent);
        Assert.Equal("https://example.org/a?b=1&c=2", page.Document.QuerySelector(".hub-prose a")!.GetAttribute("href"));
        Assert.DoesNotContain("alert", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_picture_that_is_not_here_and_a_text_too_deep_to_show_are_refused_with_their_line_and_one_s_own_picture_is_taken()
    {
        await using var own = new BloggingHub();
        var picture = await own.In((_, db) =>
        {
            var upload = EngagementHub.Blogging.Posts.Images.Upload.Of(new([], "image/png", 1, 1), db.Set<EngagementHub.Blogging.Blogs.Blog>().Select(b => b.Id).Single(), People.Olu, own.Clock.Now);
            db.Add(upload);
            return Task.FromResult(upload.Url);
        });

        var missing = await own.ApplyRecipe(Story.Replace("\"Text.\"", $"\"![A chart](/uploads/{Guid.NewGuid()})\"", StringComparison.Ordinal));
        var wordless = await own.ApplyRecipe(Story.Replace("\"Text.\"", $"\"![]({picture})\"", StringComparison.Ordinal));
        var deep = await own.ApplyRecipe(Story.Replace("\"Text.\"", $"\"{new string('>', 300)} deep\"", StringComparison.Ordinal));
        var taken = await own.ApplyRecipe(Story.Replace("\"Text.\"", $"\"![A chart]({picture})\"", StringComparison.Ordinal));

        Assert.Equal((1, 1, 1, 0), (missing.ExitCode, wordless.ExitCode, deep.ExitCode, taken.ExitCode));
        Assert.Matches(@"\(\d+,\d+\): .*is not among the pictures of this post", missing.Errors);
        Assert.Matches(@"\(\d+,\d+\): .*Say what the image", wordless.Errors);
        Assert.Matches(@"\(\d+,\d+\): .*nested too deeply", deep.Errors);
        Assert.True(await own.In((_, db) => db.Set<EngagementHub.Blogging.Posts.Images.Upload>().AllAsync(u => u.PostId != null)));
    }

    [Fact]
    public async Task A_post_older_than_zip_files_leaves_too()
    {
        await using var own = new BloggingHub();
        await Tell(own);
        Assert.Equal((0, ""), Silent(await own.ApplyRecipe(Story.Replace("another", "old", StringComparison.Ordinal).Replace("2007-04-20T08", "1979-04-20T08", StringComparison.Ordinal))));

        await using var zip = new ZipArchive(await (await own.As("office")).Http.GetStreamAsync(new Uri($"{BloggingHub.Blog}/export?handler=files", UriKind.Relative), TestContext.Current.CancellationToken));

        Assert.Contains(zip.Entries, e => e.Name.StartsWith("1979", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("<p>One <strong>two</strong> <em>three</em></p><p>Four</p>", "One **two** *three*\n\nFour")]
    [InlineData("<h2>Head</h2>text", "## Head\n\ntext")]
    [InlineData("<ul><li>a</li><li>b</li></ul>", "- a\n\n- b")]
    [InlineData("<ol><li>a</li></ol>", "1. a")]
    [InlineData("<blockquote><p>Quoted</p></blockquote>", "> Quoted")]
    [InlineData("a<script>alert(1)</script>b<style>x</style>", "ab")]
    [InlineData("<a href='javascript:alert(1)'>x</a>", "x")]
    [InlineData("<a href=\"/blogs\">x</a>", "[x](</blogs>)")]
    [InlineData("2 * 3 &lt;b&gt; &amp;amp; [x]", "2 \\* 3 \\<b\\> \\&amp; \\[x\\]")]
    [InlineData("1. not a list", "1\\. not a list")]
    [InlineData("<p>unclosed <b", "unclosed \\<b")]
    public void Html_becomes_markdown(string html, string markdown)
    {
        Assert.Equal(markdown, System.Text.RegularExpressions.Regex.Replace(HtmlBody.ToMarkdown(html), "(\n> *)+(?=> )", "\n").TrimStart('>', ' ', '\n') is var text && markdown.StartsWith('>') ? "> " + text : text);
    }

    [Fact]
    public void No_html_comes_through_whatever_it_holds()
    {
        foreach (var attack in File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "Conversation", "attacks.md")))
        {
            var html = PostText.ToHtml(HtmlBody.ToMarkdown($"<p>{attack}</p> {attack} <div>{attack}</div>"));

            var document = new AngleSharp.Html.Parser.HtmlParser().ParseDocument($"<main>{html}</main>");
            Assert.Empty(document.QuerySelectorAll("script, style, iframe, svg, math, object, form, img, base, meta, [onclick], [onerror], [onload], [style]"));
            Assert.All(document.QuerySelectorAll("a"), a => Assert.Matches("^(https?:|mailto:|/(?!/)|#)", a.GetAttribute("href") ?? ""));
        }
    }

    private static async Task<string> Export(BloggingHub of)
    {
        await using var scope = of.Services.CreateAsyncScope();
        var path = Path.Combine(of.Folder, $"{Guid.NewGuid():N}.json");
        var command = scope.ServiceProvider.GetServices<IHostCommand>().Single(c => c.Name == "export-blog");
        Assert.Equal(0, await command.RunAsync(["leaders", "--to", path], TextWriter.Null, TextWriter.Null, CancellationToken.None));
        return await File.ReadAllTextAsync(path);
    }

    private async Task<(int Code, string Said)> Command(params IReadOnlyList<string> arguments)
    {
        await using var scope = hub.Services.CreateAsyncScope();
        using var said = new StringWriter();
        return (await scope.ServiceProvider.GetServices<IHostCommand>().Single(c => c.Name == "export-blog").RunAsync(arguments, said, said, CancellationToken.None), said.ToString());
    }

    private static Task<string> Versions(BloggingHub of) => of.In(async (_, db) => string.Join(' ', await db.Set<Post>().OrderBy(p => p.Id).Select(p => $"{p.Id} {p.Version} {p.Revision}").ToListAsync()));

    private static async Task Tell(BloggingHub to) => Assert.Equal((0, ""), Silent(await to.ApplyRecipe(Story)));

    private static (int, string) Silent((int Code, string Errors) run) => (run.Code, run.Code == 0 ? "" : run.Errors);

    private const string Story = """
        { "name": "export", "steps": [{ "name": "content", "data": [
          { "ContentType": "BlogPost", "ContentItemId": "days", "ContentItemVersionId": "v1", "DisplayText": "Ten \"days\" <b>", "Author": "priya", "Published": true,
            "CreatedUtc": "2007-04-17T08:00:00Z", "PublishedUtc": "2007-04-19T08:00:00Z", "AutoroutePart": { "Path": "leaders/ten-days" }, "ContainedPart": { "ListContentItemId": "leaders" },
            "MarkdownBodyPart": { "Markdown": " [js: one()]" }, "BlogPost": { "Subtitle": { "Text": "Ten ‘days’" }, "Tags": { "TagNames": ["pay"] } },
            "SignedSectionsPart": { "Sections": [ { "Author": "grace", "Title": "Pay and reward", "Markdown": ["Thanks.", "", "More."] } ] },
            "CorrectionsPart": { "Notes": [ { "Author": "priya", "AtUtc": "2007-04-19T10:00:00Z", "Text": "It is 92%." } ] } },
          { "ContentType": "BlogPost", "ContentItemId": "another", "ContentItemVersionId": "another-v1", "DisplayText": "Another post", "Author": "office", "Published": true,
            "PublishedUtc": "2007-04-20T08:00:00Z", "ContainedPart": { "ListContentItemId": "leaders" }, "MarkdownBodyPart": { "Markdown": "Text." } }] }] }
        """;

    private const string Orchard = """
        { "name": "Blog", "displayName": "Blog", "variables": { "blogContentItemId": "[js: uuid()]" }, "steps": [
          { "name": "feature", "enable": ["OrchardCore.Admin"] },
          { "name": "content", "data": [
            { "ContentItemId": "[js: variables('blogContentItemId')]", "ContentItemVersionId": "[js: uuid()]", "ContentType": "Blog", "DisplayText": "Blog", "Latest": true, "Published": true,
              "Owner": "[js: parameters('AdminUserId')]", "Author": "[js: parameters('AdminUsername')]", "TitlePart": { "Title": "Blog" }, "AutoroutePart": { "Path": "blog", "SetHomepage": false }, "ListPart": {} },
            { "ContentItemId": "[js: uuid()]", "ContentItemVersionId": "[js: uuid()]", "ContentType": "BlogPost", "DisplayText": "Man must explore", "Latest": true, "Published": true,
              "ModifiedUtc": null, "PublishedUtc": "2007-04-20T08:00:00Z", "CreatedUtc": null, "Owner": "[js: parameters('AdminUserId')]", "Author": "[js: parameters('AdminUsername')]",
              "TitlePart": { "Title": "Man must explore" }, "ContainedPart": { "ListContentItemId": "[js: variables('blogContentItemId')]", "Order": 0 },
              "HtmlBodyPart": { "Html": "<p>Never <strong>bold</strong> enough. <a href=\"https://example.org/a?b=1&amp;c=2\">More</a></p><script>alert(1)</script>" },
              "AutoroutePart": { "Path": "blog/post-1" }, "BlogPost": { "Subtitle": { "Text": "Problems look small" } } }] }] }
        """;
}
