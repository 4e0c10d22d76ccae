using System.Text.RegularExpressions;
using EngagementHub.Blogging.Blogs;
using EngagementHub.Blogging.Posts;
using EngagementHub.Blogging.Reading;
using EngagementHub.Core.Text;
using EngagementHub.Core.Time;

namespace EngagementHub.Blogging.Subscriptions;

/// <summary>What the mails of one blog have in common: how a post is shown in them, and how to stop them.</summary>
internal sealed partial class LetterPaper(Blog blog, string site, UnsubscribeToken token)
{
    private const int ExcerptLength = 600;

    public Letter OfPost(string to, Post post)
    {
        var words = new LetterWords($"{blog.Name}: {post.Title}", blog.Name);
        Show(words, post, excerpt: true);
        return Signed(to, words, "each post");
    }

    public Letter OfRoundUp(string to, Rhythm rhythm, IReadOnlyList<Post> posts, IReadOnlyList<(Post Post, Correction Correction)> corrected)
    {
        var often = rhythm == Rhythm.Daily ? "a daily round-up" : "a weekly round-up";
        var words = new LetterWords($"{blog.Name}: {Say.Count(posts.Count, "new post")}", blog.Name);
        foreach (var post in posts)
        {
            Show(words, post, excerpt: post.Standfirst.Length == 0);
        }

        if (corrected.Count > 0)
        {
            words.Heading("Corrected since your last mail", null);
        }

        foreach (var (post, correction) in corrected)
        {
            words.Link(post.Title, site + Addresses.Of(blog, post)).Paragraph(Sentence(correction));
        }

        return Signed(to, words, often);
    }

    private void Show(LetterWords words, Post post, bool excerpt)
    {
        var url = site + Addresses.Of(blog, post);
        words.Heading(post.Title, url);
        words.Paragraph($"By {PostCards.Signed(post.Sections)}, {Say.Day(post.Day!.Value)}. {Say.Count(Typesetting.MinutesToRead(post.Sections), "minute")} to read.");
        foreach (var correction in post.Corrections)
        {
            words.Paragraph(Sentence(correction));
        }

        words.Paragraph(post.Standfirst);
        if (excerpt)
        {
            words.Paragraph(Excerpt(post));
        }

        words.Link("Read it and comment", url);
    }

    private string Sentence(Correction correction) => $"Correction, {Say.Day(correction.At.DayIn(blog.Zone))}: {correction.Text} ({correction.Name})";

    // What is alive in a post (figures, quoted comments) is read on the page, where it stays true; a table says nothing on one line.
    private static string Excerpt(Post post) => PlainText.Excerpt(NotProse().Replace(post.Sections[0].Markdown, ""), ExcerptLength);

    private Letter Signed(string to, LetterWords words, string often)
    {
        var stop = site + token.Url;
        words.Rule().Paragraph($"You get this mail because you asked for {often} of {blog.Name}.");
        words.Link("Change how often", $"{site}{blog.Url}/subscribe").Link("Stop these mails", stop);
        return new Letter(to, words.Subject, words.Text, words.Html,
            new("List-Id", $"<{blog.Slug}.blogs.{Host()}>"),
            new("List-Unsubscribe", $"<{stop}>"),
            new("List-Unsubscribe-Post", "List-Unsubscribe=One-Click"));
    }

    private string Host() => Uri.TryCreate(site, UriKind.Absolute, out var address) ? address.IdnHost : "localhost";

    [GeneratedRegex(@"^[ \t]*(\[\[[a-z][a-z-]*:[^\]]+\]\][ \t]*$|\|.*$)", RegexOptions.Multiline)]
    private static partial Regex NotProse();
}
