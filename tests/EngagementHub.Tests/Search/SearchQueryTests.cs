using EngagementHub.Core.Search;

namespace EngagementHub.Tests.Search;

public sealed class SearchQueryTests(SearchHub hub) : IClassFixture<SearchHub>
{
    private static readonly Place Anywhere = new([]);

    [Theory]
    [InlineData("pay policy", "(\"pay\") AND (\"polici\")")]
    [InlineData("\"pay policy\"", "(\"pay polici\")")]
    [InlineData("“pay policy", "(\"pay polici\")")]
    [InlineData("pay -policy", "((\"pay\")) NOT (\"polici\")")]
    [InlineData("pay OR bonus review", "(\"pay\" OR \"bonus\") AND (\"review\")")]
    [InlineData("recruit*", "(\"recruit\" *)")]
    [InlineData("the pay of the board", "(\"pay\") AND (\"board\")")]
    [InlineData("what is it", "(\"what\") AND (\"is\") AND (\"it\")")]
    [InlineData("R&D", "(\"r d\")")]
    [InlineData("OR OR pay OR", "(\"pay\")")]
    [InlineData("pay AND \" ) OR rowid:* NEAR(", "(\"pay\")")]
    public void Typed_words_become_a_question_the_index_understands(string typed, string fts5)
    {
        Assert.Contains(fts5, Fts5.Write(SearchQuery.Read(typed), Anywhere), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("-pay")]
    [InlineData("* ( ) ' OR - \"")]
    [InlineData("--")]
    public async Task Without_a_word_to_look_for_the_page_says_so(string typed)
    {
        Assert.True(SearchQuery.Read(typed).IsEmpty);
        Assert.Empty(await hub.Find(typed));
    }

    [Fact]
    public async Task Nothing_anybody_types_breaks_the_search()
    {
        var random = new Random(42);
        string[] bits = ["\"", "'", "*", "-", "(", ")", ":", "OR", "AND", "NOT", "NEAR", "pay", "^", "{TitleWords}", "_kpost", "& ", "|", "!", "<->", "\\", "%", ";--", "\0", "é", "😀", "\uD800", " ", "0x1", "1e5", "rowid"];
        await hub.In(async (services, _) =>
        {
            var search = (ISearch)services.GetService(typeof(ISearch))!;
            for (var i = 0; i < 400; i++)
            {
                var typed = string.Concat(Enumerable.Range(0, random.Next(1, 14)).Select(_ => bits[random.Next(bits.Length)]));
                await search.FindAsync(new(typed), hub.Clock.Now, TestContext.Current.CancellationToken);
                await search.FindAsync(new(typed) { Kind = typed, Blog = typed, Theme = typed, Year = i, Newest = true, Page = i }, hub.Clock.Now, TestContext.Current.CancellationToken);
            }

            return 0;
        });
    }

    [Fact]
    public async Task A_very_long_question_is_refused_and_kept()
    {
        var page = await hub.Page(new string('a', 201));

        page.MustBe(System.Net.HttpStatusCode.UnprocessableEntity);
        Assert.Equal("Use 200 characters or fewer; there are 201", Assert.Single(page.Errors));
        Assert.Equal(new string('a', 201), page.Document.QuerySelector("main input[type=search]")!.GetAttribute("value"));
    }
}
