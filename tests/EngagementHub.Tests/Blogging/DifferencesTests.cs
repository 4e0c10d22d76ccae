using EngagementHub.Blogging.Posts;

namespace EngagementHub.Tests.Blogging;

public sealed class DifferencesTests
{
    private static readonly Manuscript Start = Sample.Manuscript(text: "We answer in ten days.\n\nThe rest stays.");

    [Fact]
    public void The_words_that_changed_are_marked_and_no_others()
    {
        var part = Changed(Start with { Sections = [Start.Sections[0] with { Markdown = "We answer in five days.\n\nThe rest stays." }] });

        var row = part.Rows.Single(r => !r.IsSame);
        Assert.Equal(["ten"], row.Before.Where(p => p.IsMarked).Select(p => p.Text));
        Assert.Equal(["five"], row.After.Where(p => p.IsMarked).Select(p => p.Text));
        Assert.Equal("We answer in five days.", string.Concat(row.After.Select(p => p.Text)));
        Assert.Equal(1, part.Rows.Count(r => r.IsSame && !r.IsBlank));
    }

    [Fact]
    public void A_line_put_in_stands_beside_nothing()
    {
        var part = Changed(Start with { Sections = [Start.Sections[0] with { Markdown = "We answer in ten days.\nSome days more.\n\nThe rest stays." }] });

        var row = part.Rows.Single(r => !r.IsSame);
        Assert.Empty(row.Before);
        Assert.Equal("Some days more.", Assert.Single(row.After).Text);
    }

    [Fact]
    public void A_section_that_came_or_went_says_so()
    {
        var other = Section.SignedBy(Sample.Card(People.Grace, "Grace Green"), "Thanks.");
        var longer = Start with { Sections = [.. Start.Sections, other] };

        Assert.Equal("Section by Grace Green, put in", Changed(longer).Heading);
        Assert.Equal("Section by Grace Green, taken out", Differences.Between(longer, Start, "1", "2").Parts.Single(p => !p.IsSame).Heading);
    }

    [Fact]
    public void Two_long_and_quite_different_texts_are_compared_at_once()
    {
        var (one, other) = (Words(1), Words(2));

        var part = Differences.Between(Sample.Manuscript(text: one), Sample.Manuscript(text: other), "1", "2").Parts;

        Assert.Equal(2, part.Count(p => !p.IsSame));
    }

    private static DifferentPart Changed(Manuscript after) => Differences.Between(Start, after, "1", "2").Parts.Single(p => !p.IsSame);

    private static string Words(int seed) => string.Join(' ', Enumerable.Range(0, 9000).Select(i => $"w{(i * seed * 7919) % 9973}"));
}
