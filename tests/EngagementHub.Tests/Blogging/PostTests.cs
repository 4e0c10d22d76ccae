using EngagementHub.Blogging.Posts;
using EngagementHub.Conversation;

namespace EngagementHub.Tests.Blogging;

public sealed class PostTests
{
    private static readonly DateTimeOffset Now = Sample.Utc(2007, 4, 24, 9, 0);

    [Fact]
    public void A_draft_becomes_scheduled_and_appears_when_its_instant_has_come()
    {
        var blog = Sample.Blog();
        var post = Sample.Draft(blog);
        Assert.Equal(PostStanding.Draft, post.StandingAt(Now));

        post.Publish(Publication.Of(Now.AddHours(2), blog, null), People.Priya, Now);

        Assert.Equal(PostStanding.Scheduled, post.StandingAt(Now));
        Assert.Equal(PostStanding.Published, post.StandingAt(Now.AddHours(2)));
    }

    [Fact]
    public void The_day_in_the_address_is_the_local_one()
    {
        var blog = Sample.Blog();
        var post = Sample.Draft(blog);

        post.Publish(Publication.Of(Sample.Utc(2007, 4, 24, 23, 30), blog, null), People.Priya, Now);

        Assert.Equal(new DateOnly(2007, 4, 25), post.Day);
    }

    [Fact]
    public void Each_change_is_a_revision_and_the_same_wording_again_is_none()
    {
        var post = Sample.Draft(Sample.Blog());

        post.Revise(Sample.Manuscript(text: "Welcome, all."), People.Priya, Now);
        post.Revise(Sample.Manuscript(text: "Welcome, all."), People.Priya, Now.AddMinutes(1));

        Assert.Equal(["Welcome.", "Welcome, all."], post.Revisions.Select(r => r.Sections[0].Markdown));
        Assert.Equal(2, post.Revision);
    }

    [Fact]
    public void A_section_keeps_the_name_and_title_it_was_signed_with()
    {
        var section = Section.SignedBy(Sample.Card(People.Grace, "Grace Green", "Head of Reward"), "Thanks.", "Pay and reward");

        Assert.Equal(("Grace Green", "Pay and reward"), (section.Name, section.Title));
    }

    [Theory]
    [InlineData(" ", "Enter a title")]
    [InlineData("", "Enter a title")]
    public void A_title_of_spaces_is_refused(string title, string sentence)
    {
        Assert.Equal(sentence, Assert.Throws<BrokenRuleException>(() => Sample.Draft(Sample.Blog(), title)).Message);
    }

    [Fact]
    public void A_section_that_is_far_too_long_is_refused()
    {
        var long200 = Sample.Manuscript(text: new string('x', 200_000));

        Assert.Equal("Sections", Assert.Throws<BrokenRuleException>(() => Post.Draft(Sample.Blog(), long200, People.Priya, Now)).Field);
    }

    [Theory]
    [InlineData(PostKind.Digest)]
    [InlineData(PostKind.RoundUp)]
    public void A_published_digest_keeps_its_words_and_takes_corrections_only(object kind)
    {
        var blog = Sample.Blog();
        var digest = Sample.Manuscript("What you asked", "15 comments: 12 answered, 3 declined.") with { Kind = (PostKind)kind };
        var post = Post.Draft(blog, digest, People.Priya, Now);
        post.Publish(Publication.Of(Now, blog, null), People.Priya, Now);

        var refused = Assert.Throws<BrokenRuleException>(() => post.Revise(Sample.Manuscript("What you asked", "15 comments: all answered."), People.Priya, Now));
        post.Revise(digest, People.Priya, Now);
        post.Correct(Sample.Card(People.Priya), Now, "One more was answered");

        Assert.Equal("A published digest keeps its words and its sum. Add a correction instead", refused.Message);
        Assert.Equal("15 comments: 12 answered, 3 declined.", post.Sections[0].Markdown);
    }

    [Fact]
    public void A_withdrawn_post_is_gone_for_good()
    {
        var blog = Sample.Blog();
        var post = Sample.Draft(blog);
        post.Publish(Publication.Of(Now, blog, null), People.Priya, Now);

        post.Withdraw(People.Priya, Now, "It named a colleague");

        Assert.Equal(PostStanding.Withdrawn, post.StandingAt(Now));
        Assert.Throws<BrokenRuleException>(() => post.Revise(Sample.Manuscript("Again"), People.Priya, Now));
        Assert.Throws<BrokenRuleException>(() => post.Publish(Publication.Of(Now, blog, null), People.Priya, Now));
    }

    [Fact]
    public void A_correction_is_dated_and_stands_beside_the_text()
    {
        var blog = Sample.Blog();
        var post = Sample.Draft(blog);
        Assert.Throws<BrokenRuleException>(() => post.Correct(Sample.Card(People.Priya), Now, "It is 93%"));
        post.Publish(Publication.Of(Now, blog, null), People.Priya, Now);

        post.Correct(Sample.Card(People.Priya), Now.AddDays(1), "It is 93%");

        Assert.Equal((Now.AddDays(1), "It is 93%"), (post.Corrections[0].At, post.Corrections[0].Text));
        Assert.Equal("Welcome.", post.Sections[0].Markdown);
    }

    [Fact]
    public void Comments_cannot_close_before_the_post_appears()
    {
        var blog = Sample.Blog();
        var post = Sample.Draft(blog);
        post.Publish(Publication.Of(Now, blog, null), People.Priya, Now);

        Assert.Throws<BrokenRuleException>(() => post.InviteComments(new CommentTerms(true, Anonymity.NotRecorded, new DateOnly(2007, 4, 23))));
    }

    [Theory]
    [InlineData("What's new? 80% in 5 days", "whats-new-80-in-5-days")]
    [InlineData("Café “Indigo”", "cafe-indigo")]
    [InlineData("???", "post")]
    public void An_address_is_made_of_plain_letters(string words, string slug) => Assert.Equal(slug, Slug.From(words));
}
