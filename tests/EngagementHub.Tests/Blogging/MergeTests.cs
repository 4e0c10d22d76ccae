using EngagementHub.Blogging.Posts;
using EngagementHub.Blogging.Posts.Writing;

namespace EngagementHub.Tests.Blogging;

public sealed class MergeTests
{
    private static readonly Section First = Section.SignedBy(Sample.Card(People.Priya), "Welcome.");
    private static readonly Section Second = Section.SignedBy(Sample.Card(People.Grace, "Grace Green"), "Thanks.");
    private static readonly Manuscript Start = new("Ask me", "", PostKind.Entry, [First, Second]) { Tags = ["pay"] };

    [Fact]
    public void Two_people_who_change_different_sections_both_keep_their_words()
    {
        var theirs = Start with { Sections = [First, Second with { Markdown = "Thank you." }] };
        var mine = Start with { Sections = [First with { Markdown = "Welcome, all." }, Second] };

        Assert.Equal(["Welcome, all.", "Thank you."], Texts(Merge.Of(Start, theirs, mine)));
    }

    [Fact]
    public void One_section_changed_by_two_is_for_people_to_decide()
    {
        var theirs = Start with { Sections = [First with { Markdown = "Hello." }, Second] };
        var mine = Start with { Sections = [First with { Markdown = "Welcome, all." }, Second] };

        Assert.Null(Merge.Of(Start, theirs, mine));
    }

    [Fact]
    public void The_same_change_by_two_is_no_quarrel()
    {
        var same = Start with { Title = "Ask me about HR", Sections = [First with { Markdown = "Hello." }, Second] };

        Assert.Equal(["Hello.", "Thanks."], Texts(Merge.Of(Start, same, same)));
    }

    [Fact]
    public void A_section_put_in_by_one_and_an_order_changed_by_the_other_go_together()
    {
        var added = Section.SignedBy(Sample.Card(People.Tom, "Tom Taylor"), "Me too.");
        var theirs = Start with { Sections = [First, Second, added] };
        var mine = Start with { Sections = [Second, First], Tags = ["pay", "bonus"] };

        var merged = Merge.Of(Start, theirs, mine);

        Assert.Equal(["Thanks.", "Welcome.", "Me too."], Texts(merged));
        Assert.Equal(["pay", "bonus"], merged!.Tags);
    }

    [Fact]
    public void A_section_taken_out_by_one_and_rewritten_by_the_other_is_for_people_to_decide()
    {
        var theirs = Start with { Sections = [First] };
        var mine = Start with { Sections = [First, Second with { Markdown = "Thank you." }] };

        Assert.Null(Merge.Of(Start, theirs, mine));
        Assert.Equal(["Welcome."], Texts(Merge.Of(Start, theirs, Start)));
    }

    private static IEnumerable<string> Texts(Manuscript? words) => words!.Sections.Select(s => s.Markdown);
}
