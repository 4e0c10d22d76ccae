using System.Diagnostics;
using AngleSharp.Html.Parser;
using EngagementHub.Conversation.Comments;

namespace EngagementHub.Tests.Conversation;

public sealed class CommentWordsTests
{
    private static readonly string[] Elements = ["p", "em", "strong", "ul", "ol", "li", "blockquote", "a", "code", "pre", "br", "hr"];

    public static TheoryData<string> Attacks { get; } = [.. File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "Conversation", "attacks.md")).Where(line => line.Length > 0)];

    [Theory]
    [MemberData(nameof(Attacks))]
    public void Whatever_is_typed_only_harmless_elements_reach_the_page(string attack)
    {
        foreach (var typed in (string[])[attack, $"> {attack}", $"- {attack}", $"**{attack}**", $"[{attack}](/x)", $"[x]({attack})", $"[x][1]\n\n[1]: {attack}", $"`{attack}`", $"![x]({attack})", $"<{attack}>", $"# {attack}", $"{attack}\n===", $"    {attack}", $"| {attack} |\n|---|\n| {attack} |"])
        {
            var body = new HtmlParser().ParseDocument(CommentWords.Html(typed, [])).Body!;

            Assert.All(body.QuerySelectorAll("*"), e => Assert.Contains(e.LocalName, Elements));
            Assert.All(body.QuerySelectorAll("*").SelectMany(e => e.Attributes.Select(a => (e, a))), x => Assert.True(
                (x.e.LocalName == "a" && (x.a.Name == "title" || (x.a.Name == "href" && IsHarmless(x.a.Value)))) || (x.e.LocalName == "ol" && x.a.Name == "start") || (x.e.LocalName == "code" && x.a.Name == "class"),
                $"{x.a.Name}=\"{x.a.Value}\" on {x.e.LocalName} from {typed}"));
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("   \n\t ")]
    [InlineData("\u200B\u200D\uFEFF\u2060")]
    [InlineData("\u3164\u2800\u00AD")]
    [InlineData("[a]: http://a.example")]
    [InlineData(null)]
    public void A_comment_has_words_that_can_be_seen(string? typed) =>
        Assert.Equal("Write your comment", Assert.Throws<BrokenRuleException>(() => CommentWords.Checked(typed)).Message);

    [Fact]
    public void Ten_thousand_characters_fit_and_line_ends_count_once()
    {
        var text = string.Concat(Enumerable.Repeat("1234\r\n", 1_999)) + "12345";

        Assert.Equal(10_000, CommentWords.Checked(text).Length);
        Assert.Contains("10,001", Assert.Throws<BrokenRuleException>(() => CommentWords.Checked(new string('x', 10_001))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_cannot_be_stored_or_turns_the_page_around_is_left_out() =>
        Assert.Equal("a\uFFFDbc d", CommentWords.Checked("a\uD800b\0c\u202E\uE000 d\uE001"));

    [Theory]
    [InlineData('[')]
    [InlineData('>')]
    [InlineData('*')]
    public void Ten_thousand_of_anything_is_shown_or_refused_in_a_sentence_and_soon(char mark)
    {
        var watch = Stopwatch.StartNew();

        var refused = Record.Exception(() => CommentWords.Html(CommentWords.Checked(new string(mark, 9_999) + "a"), []));

        Assert.True(refused is null or BrokenRuleException, $"{refused}");
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(5));
    }

    private static bool IsHarmless(string href) =>
        href.StartsWith('#') || (href.StartsWith('/') && !href.StartsWith("//", StringComparison.Ordinal))
        || href.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || href.StartsWith("https://", StringComparison.OrdinalIgnoreCase) || href.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase);
}
