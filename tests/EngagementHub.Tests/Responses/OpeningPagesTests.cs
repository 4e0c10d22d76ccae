using System.Net;

namespace EngagementHub.Tests.Responses;

public sealed class OpeningPagesTests(ResponsesFixture hub) : IClassFixture<ResponsesFixture>
{
    [Fact]
    public async Task No_page_opens_with_an_error()
    {
        var period = hub.Period("opening", 3);
        var priya = await hub.As("priya");
        var board = await (await priya.Open($"/responses/{period}")).Submit("form[action$='/themes']", ("Title", "Pay policy"));
        var theme = board.Document.QuerySelector("a[href$='/ask']")!.GetAttribute("href")!;
        await (await priya.Open(theme)).Submit(("Wording", "What is the pay policy?"));
        var question = (await priya.Open($"/responses/{period}")).Document.QuerySelector("a[href*='/questions/']")!.GetAttribute("href")!;
        string[] pages =
        [
            $"/responses/{period}", $"/responses/{period}/themes", $"/responses/{period}/digest", $"/responses/{period}/sort/{StableId.From("comment/opening-c1")}",
            theme, theme.Replace("/ask", "/rename", StringComparison.Ordinal), theme.Replace("/ask", "", StringComparison.Ordinal), question,
            "/answers", "/promises", $"/promises/make?on={hub.Blog.Scopes[0].Discussions[0]}",
        ];

        foreach (var url in pages)
        {
            var page = await priya.Open(url);
            page.MustBe(HttpStatusCode.OK);
            Assert.True(page.Errors.Count == 0, $"{url}: {string.Join("; ", page.Errors)}");
        }
    }
}
