using EngagementHub.Blogging.Posts;

namespace EngagementHub.Tests.Blogging;

/// <summary>Everything that can be done to a post, in everything that a post can be: nobody skips a step.</summary>
public sealed class PostStepsTests
{
    private static readonly DateTimeOffset Now = Sample.Utc(2007, 4, 24, 9, 0);

    private static readonly Dictionary<string, Action<Post>> Acts = new()
    {
        ["revise"] = post => post.Revise(Sample.Manuscript(text: "Welcome, all."), People.Priya, Now),
        ["submit"] = post => post.Submit(People.Priya, Now),
        ["return"] = post => post.Return(People.Olu, Now, "Shorter, please"),
        ["publish"] = post => post.Publish(Publication.Of(Now, Sample.Blog(), null), People.Priya, Now),
        ["unschedule"] = post => post.Unschedule(Now),
        ["withdraw"] = post => post.Withdraw(People.Olu, Now, "A mistake"),
        ["correct"] = post => post.Correct(Sample.Card(People.Priya), Now, "Six, not five"),
    };

    // Where each act leads, in the order above; a dash where it is refused.
    public static TheoryData<string, string> Leads => new()
    {
        { "Draft", "Draft Submitted - Published Draft Withdrawn -" },
        { "Submitted", "Submitted Submitted Draft Published Submitted Withdrawn -" },
        { "Scheduled", "Scheduled - - Published Draft Withdrawn -" },
        { "Published", "Published - - - Published Withdrawn Published" },
        { "Withdrawn", "- - - - Withdrawn Withdrawn -" },
    };

    [Theory, MemberData(nameof(Leads))]
    public void Each_act_leads_where_it_may_and_is_refused_elsewhere_without_a_trace(string standing, string leads) =>
        Assert.Equal(leads, string.Join(' ', Acts.Values.Select(act => Try(In(standing), act))));

    private static string Try(Post post, Action<Post> act)
    {
        var before = Seen(post);
        try
        {
            act(post);
            return $"{post.StandingAt(Now)}";
        }
        catch (BrokenRuleException)
        {
            Assert.Equal(before, Seen(post));
            return "-";
        }
    }

    private static object Seen(Post post) => (post.StandingAt(Now), post.Revision, post.PublishAt, post.SubmittedBy, post.Corrections.Count, post.TakeRaised().Count);

    private static Post In(string standing)
    {
        var post = Sample.Draft(Sample.Blog());
        switch (standing)
        {
            case "Submitted":
                Acts["submit"](post);
                break;
            case "Scheduled":
                post.Publish(Publication.Of(Now.AddHours(2), Sample.Blog(), null), People.Priya, Now);
                break;
            case "Published":
                Acts["publish"](post);
                break;
            case "Withdrawn":
                Acts["publish"](post);
                Acts["withdraw"](post);
                break;
        }

        _ = post.TakeRaised().Count;
        Assert.Equal(standing, $"{post.StandingAt(Now)}");
        return post;
    }
}
