using System.Diagnostics;
using System.Globalization;
using EngagementHub.Core.Text;

namespace EngagementHub.Tests.Core;

[Trait("Runs", "Once")]
public sealed class TextLimitsTests
{
    public static TheoryData<string> Pieces { get; } =
    [
        "[", "]", "[a](b", "[a](", "![", "[a][", "[^", "> ", ">", "*a_", "**a ", "*", "_", "- ", "- - ", "1. ", "`", "``a", "<", "<a ", "</", "&", "&#", "\\", "\t", "\n", "#", "# ", "~~~\n", "```\n", "|", "|a", "a|", "|-", ":-", "a\n=",
        "a\n-", "<https://a.b/", "https://a.b/ ", "(", "((", "a**b", "*a **b ", "[a]: b\n", "\"", "\u0000", "\uD800", "é", "👩‍👩‍👧 ", "\u202E", "\u200B", "a", "a ", "> - ", "> 1. > ", "[[a]](", "[a](<b", "[a](b \"c", "<!--", "<![CDATA[", "<?",
    ];

    [Theory, MemberData(nameof(Pieces))]
    public void Ten_thousand_characters_of_anything_are_shown_or_refused_in_a_sentence_soon_and_never_grow_twentyfold(string piece)
    {
        var text = string.Concat(Enumerable.Repeat(piece, CommentText.MaxLength / piece.Length));
        Show(text[..Math.Min(text.Length, 500)]);
        var before = OwnProcessorTime();

        var html = Show(text);

        Assert.True(html.Length <= text.Length * 20, $"{html.Length}");
        // Four times the promise: a slow machine's compiler counts too. The promise itself is measured by the benchmark.
        var took = OwnProcessorTime() - before;
        Assert.True(took < TimeSpan.FromSeconds(1), $"{took} for {piece}");
    }

    [Theory, MemberData(nameof(Pieces))]
    public void Sixty_thousand_characters_of_anything_in_a_post_are_shown_or_refused_without_keeping_a_core_busy(string piece)
    {
        var text = string.Concat(Enumerable.Repeat(piece, 60_000 / piece.Length));
        Show(text[..Math.Min(text.Length, 500)], PostText.ToHtml);
        var before = OwnProcessorTime();

        Show(text, PostText.ToHtml);
        Show(text, PlainText.From);

        var took = OwnProcessorTime() - before;
        Assert.True(took < TimeSpan.FromSeconds(4), $"{took} for {piece}");
    }

    [Fact]
    public void Brackets_left_open_in_one_paragraph_after_another_nest_nothing()
    {
        var html = PostText.ToHtml(string.Concat(Enumerable.Repeat("A list of (a, [b\n\n", 300)));

        Assert.Equal(300, html.Split("<p>").Length - 1);
    }

    [Fact]
    public void A_long_address_named_a_thousand_times_is_refused_in_a_sentence()
    {
        var text = $"[a]: https://a.example/{new string('x', 4_900)}\n\n" + string.Concat(Enumerable.Repeat("[a] ", 1_200));

        Assert.Contains("too many times", Assert.Throws<BrokenRuleException>(() => CommentText.ToHtml(text)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Three_hundred_nested_quotes_are_refused_in_a_sentence() =>
        Assert.Contains("nested too deeply", Assert.Throws<BrokenRuleException>(() => CommentText.ToHtml(string.Concat(Enumerable.Repeat("> ", 300)) + "deep")).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("[the bank](https://xn--80ak6aa92e.com)", "the bank</a> (leads to xn--80ak6aa92e.com)")]
    [InlineData("[аpple.com](https://аpple.com)", "(leads to xn--pple-43d.com)")]
    [InlineData("<https://gоv.uk/pay>", "(leads to xn--gv-fmc.uk)")]
    [InlineData("[gov.uk](https://evil.example)", "gov.uk</a> (leads to evil.example)")]
    [InlineData("[pay](https://gov.uk@evil.example/)", "pay</a> (leads to evil.example)")]
    [InlineData("[https://gov.uk/?to=evil.example](https://evil.example)", "(leads to evil.example)")]
    [InlineData("[pay](http://2130706433/)", "(leads to 127.0.0.1)")]
    public void A_link_that_may_deceive_says_where_it_leads(string text, string said) =>
        Assert.Contains(said, CommentText.ToHtml(text), StringComparison.Ordinal);

    [Theory]
    [InlineData("[the code](/code-of-conduct)")]
    [InlineData("[gov.uk](https://www.gov.uk/pay)")]
    [InlineData("<https://www.gov.uk/pay>")]
    [InlineData("[how pay works](https://www.gov.uk/pay)")]
    [InlineData("[write](mailto:a@b.example)")]
    public void A_plain_link_says_nothing_more(string text) => Assert.DoesNotContain("leads to", CommentText.ToHtml(text), StringComparison.Ordinal);

    // What this thread has used of a processor, so that what else the machine does is not counted; nanoseconds, where the system says them.
    private static TimeSpan OwnProcessorTime() => File.Exists("/proc/thread-self/schedstat")
        ? TimeSpan.FromMicroseconds(long.Parse(File.ReadAllText("/proc/thread-self/schedstat").Split(' ')[0], CultureInfo.InvariantCulture) / 1000d)
        : Stopwatch.GetElapsedTime(0);

    private static string Show(string text) => Show(text, CommentText.ToHtml);

    private static string Show(string text, Func<string, string> show)
    {
        try
        {
            return show(text);
        }
        catch (BrokenRuleException)
        {
            return "";
        }
    }
}
