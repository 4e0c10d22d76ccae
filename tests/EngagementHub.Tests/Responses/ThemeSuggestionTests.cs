using EngagementHub.Responses.Suggestions;

namespace EngagementHub.Tests.Responses;

public sealed class ThemeSuggestionTests
{
    private static readonly List<(string Theme, string Text)> Labelled = [.. File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "Responses", "data", "hr-comments.tsv"))
        .Skip(1).Select(l => l.Split('\t', 2)).Select(l => (l[0], l[1]))];

    private static readonly List<(Guid Comment, string Text)> All = [.. Labelled.Select((l, n) => (StableId.From($"suggestion/{n}"), l.Text))];

    [Fact]
    public void The_same_comments_give_the_same_groups_in_whatever_order_they_are_read()
    {
        var (first, again) = (ThemeSuggestions.Of(All, 10), ThemeSuggestions.Of([.. All.AsEnumerable().Reverse()], 10));

        Assert.Equal(first.Themes.Select(t => (t.Label, string.Join(' ', t.Comments))), again.Themes.Select(t => (t.Label, string.Join(' ', t.Comments))));
    }

    [Fact]
    public void Every_comment_is_in_one_group_or_left_over()
    {
        var suggestions = ThemeSuggestions.Of(All, 8);

        var placed = suggestions.Themes.SelectMany(t => t.Comments).ToList();
        Assert.Equal(placed.Count, placed.Distinct().Count());
        Assert.Equal(All.Count, placed.Count + suggestions.LeftOver);
    }

    [Fact]
    public void Comments_of_a_group_are_about_one_thing_twice_as_often_as_by_chance()
    {
        var theme = All.Zip(Labelled).ToDictionary(p => p.First.Comment, p => p.Second.Theme);

        var groups = ThemeSuggestions.Of(All, 11).Themes;

        var all = groups.Sum(g => g.Comments.Count);
        var mostly = groups.Sum(g => g.Comments.CountBy(c => theme[c]).Max(c => c.Value));
        // Eleven labels in groups of about ten: by chance the commonest label of a group would have about a quarter of it.
        Assert.True(mostly > 0.45 * all, $"{mostly} of {all}");
    }

    [Fact]
    public void A_group_says_which_words_its_comments_have_in_common_as_they_were_written()
    {
        List<(Guid, string)> comments = [.. new[]
        {
            "The enhanced bonus for grade seven is unfair", "Who gets the enhanced bonus?", "An enhanced bonus, again, and none for us", "The bonus was not enhanced for clerks",
            "Payslips arrive late every month", "My payslips are wrong", "Late payslips, late everything", "Payslips in the post come late",
        }.Select((text, n) => (StableId.From($"c{n}"), text))];

        var themes = ThemeSuggestions.Of(comments, 2).Themes;

        Assert.Equal(2, themes.Count);
        var bonus = themes.Single(t => t.Words.Any(w => w.Word == "bonus"));
        Assert.Contains(("bonus", 4), bonus.Words);
        Assert.Contains(("enhanced", 4), bonus.Words);
        Assert.Contains(themes.Single(t => t != bonus).Words, w => w.Word == "payslips");
    }

    [Fact]
    public void Too_few_comments_are_not_grouped()
    {
        Assert.Empty(ThemeSuggestions.Of([.. All.Take(5)], 3).Themes);
    }

    [Theory]
    [InlineData("")]
    [InlineData("!!! ??? …")]
    [InlineData("12 34 56")]
    [InlineData("\ud800 broken")]
    public void Texts_without_words_are_left_over_and_stop_nothing(string text)
    {
        var suggestions = ThemeSuggestions.Of([.. All.Take(40), (StableId.From("odd"), text), (StableId.From("odd too"), text)], 4);

        Assert.Equal(42, suggestions.LeftOver + suggestions.Themes.Sum(t => t.Comments.Count));
    }

    [Fact]
    public void Comments_without_a_word_in_common_give_no_group()
    {
        List<(Guid, string)> strangers = [.. "apple brick cloud drum eagle fjord".Split(' ').Select(w => (StableId.From(w), w))];

        var suggestions = ThemeSuggestions.Of(strangers, 3);

        Assert.Empty(suggestions.Themes);
        Assert.Equal(6, suggestions.LeftOver);
    }
}
