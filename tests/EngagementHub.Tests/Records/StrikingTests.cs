using EngagementHub.Records.Disclosure.Striking;

namespace EngagementHub.Tests.Records;

public sealed class StrikingTests
{
    private static readonly Because Rule = new("section 40(2)", "by rule");

    [Theory]
    [InlineData("Write to tom.taylor@department.example today", "Write to [struck: e-mail address, section 40(2)] today")]
    [InlineData("tom.taylor (at) department.example", "[struck: e-mail address, section 40(2)]")]
    [InlineData("Ring 020 7946 0018 or +44 (0)20 7946 0018.", "Ring [struck: telephone number, section 40(2)] or [struck: telephone number, section 40(2)].")]
    [InlineData("My number is QQ123456C, no: AB 12 34 56 C", "My number is QQ123456C, no: [struck: National Insurance number, section 40(2)]")]
    [InlineData("Room 12, ext. 4417", "Room 12, [struck: telephone number, section 40(2)]")]
    [InlineData("95% in 5 working days from 1 April 2007, £1,200,000", "95% in 5 working days from 1 April 2007, £1,200,000")]
    public void Addresses_and_numbers_of_people_go_and_figures_stay(string text, string left) => Assert.Equal(left, Struck(text));

    [Theory]
    [InlineData("Ask Tom Taylor.")]
    [InlineData("Ask TOM   TAYLOR.")]
    [InlineData("Ask Taylor, Tom.")]
    [InlineData("Ask tom.taylor.")]
    [InlineData("Ask Tom's colleague")]
    [InlineData("Ask Tóm Taylor.")]
    [InlineData("Ask T\u200Bom Tay\u00ADlor.")]
    [InlineData("Ask Ｔｏｍ Taylor.")]
    [InlineData("Ask Tom\nTaylor.")]
    [InlineData("Thanks tom")]
    public void A_name_goes_however_it_is_written(string text)
    {
        var left = Struck(text, struck: ["Tom Taylor"]);

        Assert.Contains("[struck: name, section 40(2)]", left, StringComparison.Ordinal);
        Assert.DoesNotContain("taylor", Folded.Of(left).Text, StringComparison.Ordinal);
        Assert.DoesNotMatch(@"\btom\b", Folded.Of(left).Text);
    }

    [Theory]
    [InlineData("Tomorrow the tailor mends atoms")]
    [InlineData("The custom of the town")]
    public void A_name_inside_another_word_is_no_name(string text) => Assert.Equal(text, Struck(text, struck: ["Tom Taylor"]));

    [Fact]
    public void A_name_that_is_an_everyday_word_goes_when_it_has_a_capital_and_not_when_a_word_is_said_to_stay()
    {
        Assert.Equal("As green as grass, says [struck: name, section 40(2)]", Struck("As green as grass, says Green", struck: ["Grace Green"]));
        Assert.Equal("The Green Paper", Struck("The Green Paper", struck: ["Grace Green"], stay: ["green paper"]));
    }

    [Fact]
    public void A_full_name_that_stays_is_not_broken_up_by_somebody_who_shares_a_part_of_it() =>
        Assert.Equal("Priya Patel asked [struck: name, section 40(2)]", Struck("Priya Patel asked Patel", struck: ["Raj Patel"], staying: ["Priya Patel"]));

    [Fact]
    public void Words_marked_by_hand_go_across_lines_accents_and_capitals_and_first()
    {
        var rules = Rules([], [], []) with { Words = [("a café in Leeds", new Because("section 41", "told in confidence"))] };

        Assert.Equal("She met him in [struck: words, section 41].", new Striker(rules).Strike("She met him in A Cafe\n\nin LEEDS.", out var found));
        Assert.Equal("section 41", Assert.Single(found).Because.Exemption);
        Assert.Equal("a caféx in Leeds", new Striker(rules).Strike("a caféx in Leeds", out _));
    }

    [Fact]
    public void Nothing_breaks_on_letters_beyond_the_first_plane_and_on_nothing() =>
        Assert.All((string[])["", " ", "\u200B", "😀", "😀 Tom 😀", "\uD800 Tom", "ﬁnance ﬁ"], text => Assert.DoesNotMatch(@"\bTom\b", Struck(text, struck: ["Tom Taylor"])));

    private static string Struck(string text, string[]? struck = null, string[]? staying = null, string[]? stay = null) => new Striker(Rules(struck ?? [], staying ?? [], stay ?? [])).Strike(text, out _);

    private static StrikingRules Rules(string[] struck, string[] staying, string[] stay)
    {
        var (go, keep) = (new NameBook(), new NameBook());
        foreach (var name in struck)
        {
            go.Add(name);
            go.AddEachPart(name);
        }

        staying.ToList().ForEach(keep.Add);
        return new(PersonalData: true, go, keep, [], stay, Rule);
    }
}
