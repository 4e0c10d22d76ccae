using AngleSharp.Html.Parser;
using EngagementHub.Core.Text;

namespace EngagementHub.Tests.Core;

public sealed class SafeTextTests
{
    private static readonly HashSet<string> Allowed =
        ["p", "br", "em", "strong", "ul", "ol", "li", "blockquote", "a", "code", "pre", "hr", "h2", "h3", "h4", "h5", "h6", "table", "thead", "tbody", "tr", "th", "td", "div", "img"];

    public static TheoryData<string> Attacks { get; } =
    [
        "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "[a](javascript:alert(1))", "[a](JaVaScRiPt:alert(1))", "[a](java\tscript:alert(1))",
        "[a](&#106;avascript:alert(1))", "[a](\\javascript:alert(1))", "[a](vbscript:msgbox(1))", "[a](data:text/html;base64,PHN2Zz4=)", "<javascript:alert(1)>",
        "![a](javascript:alert(1))", "![a](https://elsewhere.example/track.png)", "![a](//elsewhere.example/x.png)", "[a](//elsewhere.example)", "[a](/\\elsewhere.example)",
        "[a]: javascript:alert(1)\n\n[a]", "<svg/onload=alert(1)>", "<iframe src=//e.example>", "`<script>`", "<a href=\"x\" style=\"x\">y</a>", "[a](x \"onmouseover=alert(1)\")",
        "[a](<javascript:alert(1)>)", "{onclick=alert(1)}", "# head {#id .class onclick=x}", "<style>*{}</style>", "&lt;script&gt;", "<!-- --><b>", "<math><mi//xlink:href=\"data:x\">",
        "[a](file:///etc/passwd)", "[a](blob:https://x)", "| a | b |\n|---|---|\n| <script> | [x](javascript:1) |", "> <details open ontoggle=alert(1)>", "- <input autofocus onfocus=alert(1)>",
        "<form action=https://e.example><button>", "[\u202Egnp.exe](javascript:x)", "**<b onclick=x>**", "[a](https:javascript:1)", "~~~js\n</code><script>\n~~~", "<base href=//e.example>", "<meta http-equiv=refresh content=0>",
    ];

    [Theory]
    [MemberData(nameof(Attacks))]
    public void No_text_brings_markup_of_its_own(string attack)
    {
        foreach (var wrapped in (string[])[attack, $"> {attack}", $"- {attack}", $"**{attack}**", $"[{attack}](https://ok.example)", $"# {attack}", $"a | b\n-|-\n{attack} | x"])
        {
            AssertHarmless(CommentText.ToHtml(wrapped));
            AssertHarmless(PostText.ToHtml(wrapped));
        }
    }

    [Fact]
    public void Ordinary_links_survive()
    {
        var html = CommentText.ToHtml("See [the code](/code-of-conduct), [us](https://department.example/x?y=1#z) or [write](mailto:office@department.example).");

        Assert.Equal(3, new HtmlParser().ParseDocument(html).QuerySelectorAll("a[href]").Length);
    }

    [Fact]
    public void A_heading_in_a_comment_becomes_strong_words()
    {
        Assert.Equal("<p><strong>Pay <em>now</em></strong></p>\n<p>text</p>\n", CommentText.ToHtml("# Pay *now*\ntext"));
    }

    [Fact]
    public void Headings_of_a_post_start_at_two_and_skip_no_level()
    {
        Assert.Equal("<h2>a</h2>\n<h3>b</h3>\n<h3>c</h3>\n<h2>d</h2>\n", PostText.ToHtml("# a\n### b\n### c\n# d"));
    }

    [Fact]
    public void A_picture_of_our_own_is_shown_and_a_decoration_tells_nothing()
    {
        Assert.Equal("<p><img src=\"/uploads/7d444840-9dc0-11d1-b245-5ffdce74fad2\" alt=\"A chart\" /></p>\n", PostText.ToHtml("![A *chart*](/uploads/7d444840-9dc0-11d1-b245-5ffdce74fad2)"));
        Assert.Equal("<p><img src=\"/uploads/7d444840-9dc0-11d1-b245-5ffdce74fad2\" alt=\"\" /></p>\n", PostText.ToHtml("![x](/uploads/7d444840-9dc0-11d1-b245-5ffdce74fad2 \"decorative\")"));
    }

    [Theory]
    [InlineData("/uploads/../account/sign-out")]
    [InlineData("/uploads/7d444840-9dc0-11d1-b245-5ffdce74fad2/../../account/sign-out")]
    [InlineData("/uploads/7d444840-9dc0-11d1-b245-5ffdce74fad2?x=1")]
    [InlineData("/media/x.png")]
    public void A_picture_from_anywhere_else_is_its_words_only(string url)
    {
        Assert.Equal("<p>A chart</p>\n", PostText.ToHtml($"![A chart]({url})"));
        Assert.Null(Assert.Single(PostText.Images($"![A chart]({url})")).Upload);
    }

    [Fact]
    public void A_table_scrolls_in_a_region_with_a_name()
    {
        Assert.Contains("role=\"region\" tabindex=\"0\" aria-label=\"Table: Service, Target\"", PostText.ToHtml("| Service | Target |\n|---|---|\n| Desktop | 80% |"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_column_is_aligned_by_a_class_and_never_by_a_style()
    {
        var html = PostText.ToHtml("| Service | n | x |\n|---|---:|:-:|\n| Desktop | 80 | y |");

        Assert.Contains("<td class=\"hub-number\">80</td>", html, StringComparison.Ordinal);
        Assert.Contains("<th class=\"hub-centre\">x</th>", html, StringComparison.Ordinal);
        Assert.DoesNotContain("style", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[")]
    [InlineData("> ")]
    [InlineData("*a_")]
    [InlineData("- - ")]
    public void Text_nested_too_deeply_is_refused_with_a_sentence_or_shown(string piece)
    {
        var text = string.Concat(Enumerable.Repeat(piece, CommentText.MaxLength / piece.Length));

        if (Record.Exception(() => CommentText.ToHtml(text)) is { } refused)
        {
            Assert.IsType<BrokenRuleException>(refused);
        }
    }

    private static void AssertHarmless(string html)
    {
        var body = new HtmlParser().ParseDocument(html).Body!;
        foreach (var element in body.QuerySelectorAll("*"))
        {
            Assert.Contains(element.LocalName, Allowed);
            Assert.All(element.Attributes, a => Assert.Contains(a.Name, (string[])["href", "src", "alt", "title", "class", "role", "tabindex", "aria-label", "start"]));
            foreach (var url in (string?[])[element.GetAttribute("href"), element.GetAttribute("src")])
            {
                Assert.True(url is null || (url.StartsWith('/') && !url.StartsWith("//", StringComparison.Ordinal)) || url.StartsWith('#')
                    || url.StartsWith("https:", StringComparison.OrdinalIgnoreCase) || url.StartsWith("http:", StringComparison.OrdinalIgnoreCase) || url.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase), url);
            }
        }
    }
}
