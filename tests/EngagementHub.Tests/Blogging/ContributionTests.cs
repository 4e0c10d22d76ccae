using EngagementHub.Blogging.Posts;
using EngagementHub.Blogging.Posts.Writing;
using EngagementHub.Core.Ports;

namespace EngagementHub.Tests.Blogging;

public sealed class ContributionTests
{
    private static readonly StaffCard Priya = Sample.Card(People.Priya);
    private static readonly StaffCard Grace = Sample.Card(People.Grace, "Grace Green", "Head of Reward");
    private static readonly Dictionary<StaffId, StaffCard> Signers = new() { [Priya.Id] = Priya, [Grace.Id] = Grace };
    private static readonly Section Hers = Section.SignedBy(Priya, "Welcome.");
    private static readonly Section Graces = Section.SignedBy(Grace, "Thanks.");
    private static readonly Manuscript Saved = new("Ask me", "", PostKind.Entry, [Hers, Graces]);

    [Fact]
    public void Nobody_changes_what_another_has_signed_not_even_the_one_who_leads()
    {
        var refused = Assert.Throws<BrokenRuleException>(() => Leading.Over(Saved, Typed([Of(Hers), Of(Graces, "Better.")])));

        Assert.Equal("Only Grace Green can change the section that Grace Green signs. Ask them, or take the section out", refused.Message);
        Assert.Equal("Sections[1].Text", refused.Field);
    }

    [Fact]
    public void Whoever_leads_orders_the_sections_and_takes_them_out()
    {
        Assert.Equal([Graces, Hers], Leading.Over(Saved, Typed([Of(Graces, null), Of(Hers)])).Sections);
        Assert.Equal([Hers], Leading.Over(Saved, Typed([Of(Hers)])).Sections);
    }

    [Fact]
    public void Whoever_was_asked_changes_their_own_section_and_nothing_else()
    {
        var hand = new Contribution(People.Grace, Leads: false, Signers);

        var next = hand.Over(Saved, new Typed("Another title", "More", "x", null, 1, [Of(Graces, "Thank you.")]));

        Assert.Equal(("Ask me", "", "Welcome.", "Thank you."), (next.Title, next.Standfirst, next.Sections[0].Markdown, next.Sections[1].Markdown));
        Assert.Throws<BrokenRuleException>(() => hand.Over(Saved, Typed([Of(Hers, "Mine now.")])));
    }

    [Fact]
    public void A_colleague_is_asked_for_words_and_none_are_put_in_their_mouth()
    {
        var asked = Leading.Over(Saved, Typed([Of(Hers), new(Guid.Empty, People.Grace, "")])).Sections[1];

        Assert.True(asked.IsAwaited);
        Assert.Equal("Grace Green", asked.Name);
        Assert.Throws<BrokenRuleException>(() => Leading.Over(Saved, Typed([new(Guid.Empty, People.Grace, "I agree with everything.")])));
        Assert.Throws<BrokenRuleException>(() => Leading.Over(Saved, Typed([new(Guid.Empty, People.Olu, "")])));
    }

    [Fact]
    public void A_section_named_twice_or_unknown_brings_nothing_in()
    {
        Assert.Equal([Hers], Leading.Over(Saved, Typed([Of(Hers), Of(Hers), new(Guid.NewGuid(), People.Grace, "Forged.")])).Sections);
    }

    [Fact]
    public void A_post_waits_for_the_section_that_was_asked_for()
    {
        var blog = Sample.Blog();
        var post = Post.Draft(blog, Leading.Over(Saved, Typed([Of(Hers), new(Guid.Empty, People.Grace, "")])), People.Priya, Sample.Invited);

        var refused = Assert.Throws<BrokenRuleException>(() => post.Publish(Publication.Of(Sample.Invited, blog, null), People.Priya, Sample.Invited));

        Assert.StartsWith("Grace Green has not written the section", refused.Message, StringComparison.Ordinal);
    }

    private static Contribution Leading { get; } = new(People.Priya, Leads: true, Signers);

    private static Typed Typed(IReadOnlyList<TypedSection> sections) => new("Ask me", "", "", null, 1, sections);

    private static TypedSection Of(Section section) => new(section.Key, section.Author, section.Markdown);

    private static TypedSection Of(Section section, string? text) => new(section.Key, section.Author, text);
}
