using EngagementHub.Blogging.Blogs;
using EngagementHub.Blogging.Hosting;
using EngagementHub.Conversation;
using EngagementHub.Core.Ports;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace EngagementHub.Tests.Blogging;

public sealed class RecipeTests(BloggingHub hub) : IClassFixture<BloggingHub>
{
    private static readonly SubjectRef Post = new(EngagementHub.Blogging.Posts.Post.SubjectKind, StableId.From("hr-opening"));

    [Fact]
    public async Task A_recipe_tells_a_period_and_its_posts_and_twice_is_once()
    {
        Assert.Equal(0, (await hub.ApplyRecipe(Story("Welcome."))).ExitCode);
        var first = await Versions();
        await hub.ApplyRecipe(Story("Welcome."));
        Assert.Equal(first, await Versions());

        await hub.ApplyRecipe(Story("Welcome, all.", version: "v2"));

        Assert.NotEqual(first, await Versions());
        var page = await (await hub.As("sam")).Open($"{BloggingHub.Blog}/2007/04/18/ask-me-about-hr");
        Assert.Contains("Welcome, all.", page.Text, StringComparison.Ordinal);
        Assert.Contains("Grace Green, Pay and reward", page.Text, StringComparison.Ordinal);
        Assert.Contains("An earlier version said 92%.", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_people_have_changed_since_stays_until_the_recipe_says_something_new()
    {
        await using var own = new BloggingHub();
        await own.ApplyRecipe(Story("Welcome."));
        await own.In(async (_, db) =>
        {
            var post = await db.Set<EngagementHub.Blogging.Posts.Post>().SingleAsync();
            post.Revise(post.Manuscript with { Title = "Ask me anything" }, People.Priya, own.Clock.Now);
            post.Correct(Sample.Card(People.Priya), own.Clock.Now, "It is 94%.");
            post.InviteComments(post.Comments with { Anonymity = Anonymity.Named });
            return true;
        });

        await own.ApplyRecipe(Story("Welcome, all."));
        var kept = await own.In((_, db) => db.Set<EngagementHub.Blogging.Posts.Post>().AsNoTracking().SingleAsync());
        await own.ApplyRecipe(Story("Welcome, all.", version: "v2"));
        var renewed = await own.In((_, db) => db.Set<EngagementHub.Blogging.Posts.Post>().AsNoTracking().SingleAsync());

        Assert.Equal(("Ask me anything", "Welcome.", 2), (kept.Title, kept.Sections[0].Markdown, kept.Revision));
        Assert.Equal(("Ask me about HR", "Welcome, all.", 3), (renewed.Title, renewed.Sections[0].Markdown, renewed.Revision));
        Assert.Equal(["An earlier version said 92%.", "It is 94%."], renewed.Corrections.Select(c => c.Text));
        Assert.Equal(Anonymity.Named, renewed.Comments.Anonymity);
        Assert.Equal(kept.PublishAt, renewed.PublishAt);
    }

    [Fact]
    public async Task The_scope_of_a_post_is_its_period_and_rights_follow_the_calendar()
    {
        await hub.ApplyRecipe(Story("Welcome."));

        await hub.In<object?>(async (services, _) =>
        {
            var scopes = services.GetRequiredService<IResponseScopes>();
            var scope = (await scopes.OfPostAsync(Post))!;
            Assert.Equal("Priya Patel, 18 to 27 April 2007", scope.Title);
            Assert.Equal([Post], scope.Discussions);
            // Ten working days after Friday 27 April, one bank holiday among them: until Monday 14 May.
            Assert.True(await scopes.MaySortAsync(scope.Subject, People.Priya, Sample.Utc(2007, 5, 14, 22, 59)));
            Assert.False(await scopes.MaySortAsync(scope.Subject, People.Priya, Sample.Utc(2007, 5, 14, 23, 0)));
            Assert.True(await scopes.MayAnswerAsync(scope.Subject, People.Grace, Sample.Utc(2007, 5, 1, 9, 0)));
            Assert.False(await scopes.MaySortAsync(scope.Subject, People.Grace, Sample.Utc(2007, 5, 1, 9, 0)));
            Assert.True(await scopes.MaySortAsync(scope.Subject, People.Olu, Sample.Utc(2007, 8, 1, 9, 0)));
            return null;
        });
    }

    [Fact]
    public async Task A_digest_may_still_be_published_while_the_period_winds_down()
    {
        await hub.ApplyRecipe(Story("Welcome."));
        var digest = new DigestPost(new SubjectRef("blogging.period", StableId.From("hr-april")), "digest", "What you asked", "Five themes", [new(People.Grace, "Pay: yes."), new(People.Priya, "Thanks.")]);

        var (_, url) = await hub.In((services, _) => services.GetRequiredService<IPublishDigest>().PublishAsync(digest, People.Priya, Sample.Utc(2007, 5, 2, 9, 0)));
        var late = await Assert.ThrowsAsync<BrokenRuleException>(() => hub.In((services, _) => services.GetRequiredService<IPublishDigest>().PublishAsync(digest, People.Priya, Sample.Utc(2007, 5, 20, 9, 0))));

        Assert.Equal($"{BloggingHub.Blog}/2007/05/02/what-you-asked", url);
        Assert.Contains("Only the host", late.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"Host\": \"priya\"", "\"Host\": \"nobody\"", "there is nobody with the user name 'nobody'")]
    [InlineData("2007-04-27", "2007-04-17", "The last day must be on or after the first day")]
    [InlineData("\"Welcome.\"", "\"[js: rm()]\"", "the script [js: rm()] is not known here")]
    [InlineData("\"Welcome.\"", "\"js: rm()\"", "the script js: rm() is not known here")]
    [InlineData("\"Ten days\"", "\"[File:text('/etc/passwd')]\"", "the script [File:text('/etc/passwd')] is not known here")]
    public async Task What_is_wrong_in_a_recipe_is_named_with_line_and_column(string right, string wrong, string sentence)
    {
        var (code, errors) = await hub.ApplyRecipe(Story("Welcome.").Replace(right, wrong, StringComparison.Ordinal));

        Assert.NotEqual(0, code);
        Assert.Contains(sentence, errors, StringComparison.Ordinal);
        Assert.Matches(@"\(\d+,\d+\)|line \d+|:\d+", errors);
    }

    private Task<string> Versions() => hub.In(async (_, db) => string.Join(' ', [
        .. await db.Set<EngagementHub.Blogging.Posts.Post>().OrderBy(p => p.Id).Select(p => $"{p.Id} {p.Version} {p.Revision}").ToListAsync(),
        .. await db.Set<HostingPeriod>().Select(p => $"{p.Id} {p.Version}").ToListAsync(), .. await db.Set<Blog>().Select(b => $"{b.Version}").ToListAsync()]));

    private static string Story(string text, string version = "v1") => $$"""
        {
          "name": "story",
          "steps": [
            { "name": "HostingPeriods", "HostingPeriods": [
              { "HostingPeriodId": "hr-april", "Blog": "leaders", "Host": "priya", "FirstDay": "2007-04-18", "LastDay": "2007-04-27", "AcceptedUtc": "2007-03-28T10:00:00Z",
                "CoResponders": [ { "Person": "grace", "Title": "Pay and reward" } ] } ] },
            { "name": "content", "data": [
              { "ContentType": "BlogPost", "ContentItemId": "hr-opening", "ContentItemVersionId": "{{version}}", "DisplayText": "Ask me about HR", "Owner": "priya", "Author": "priya",
                "Published": true, "PublishedUtc": "2007-04-18T08:00:00Z", "ContainedPart": { "ListContentItemId": "leaders" },
                "MarkdownBodyPart": { "Markdown": "{{text}}" }, "BlogPost": { "Subtitle": { "Text": "Ten days" }, "Tags": { "TagNames": ["pay"] } },
                "SignedSectionsPart": { "Sections": [ { "Author": "grace", "Title": "Pay and reward", "Markdown": ["Thanks.", "", "More."] } ] },
                "CorrectionsPart": { "Notes": [ { "Author": "priya", "AtUtc": "2007-04-19T10:00:00Z", "Text": "An earlier version said 92%." } ] } } ] }
          ]
        }
        """;
}
