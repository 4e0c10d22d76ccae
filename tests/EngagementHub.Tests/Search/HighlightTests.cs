using AngleSharp.Html.Parser;
using EngagementHub.Core.Search;

namespace EngagementHub.Tests.Search;

public sealed class HighlightTests
{
    [Theory]
    [InlineData("pay policy", "Our pay policies, and paying", "Our <mark>pay</mark> <mark>policies</mark>, and <mark>paying</mark>")]
    [InlineData("\"pay policy\"", "Pay. The pay policy", "Pay. The <mark>pay policy</mark>")]
    [InlineData("organize", "We organise", "We <mark>organise</mark>")]
    [InlineData("recruit*", "Recruitment & recruits", "<mark>Recruitment</mark> &amp; <mark>recruits</mark>")]
    [InlineData("cafe", "Café", "<mark>Caf&#233;</mark>")]
    [InlineData("-pay people", "pay people", "pay <mark>people</mark>")]
    public void The_words_are_marked_where_they_stand(string typed, string text, string html)
    {
        Assert.Equal(html, new Highlight(SearchQuery.Read(typed)).Excerpt(text));
    }

    [Fact]
    public void The_excerpt_is_where_most_words_stand_together()
    {
        var text = string.Concat(Enumerable.Repeat("Filler about pay. ", 60)) + "The pay policy of the board. " + string.Concat(Enumerable.Repeat("More filler here. ", 60));

        var excerpt = new Highlight(SearchQuery.Read("policy board")).Excerpt(text);

        Assert.Contains("<mark>policy</mark> of the <mark>board</mark>", excerpt, StringComparison.Ordinal);
        Assert.StartsWith("… ", excerpt, StringComparison.Ordinal);
        Assert.InRange(excerpt.Length, 200, 340);
    }

    [Fact]
    public void Nothing_that_was_written_becomes_markup()
    {
        foreach (var attack in File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "Conversation", "attacks.md")))
        {
            var html = new Highlight(SearchQuery.Read("script alert x onclick mark evil")).Excerpt($"{attack} {string.Concat(Enumerable.Repeat("and so on ", 40))} {attack}");

            var document = new HtmlParser().ParseDocument($"<main>{html}</main>");
            Assert.All(document.QuerySelector("main")!.QuerySelectorAll("*"), e => Assert.Equal(("MARK", 0), (e.TagName, e.Attributes.Length)));
        }
    }
}
