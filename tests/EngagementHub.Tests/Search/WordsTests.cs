using EngagementHub.Core.Search;

namespace EngagementHub.Tests.Search;

public sealed class WordsTests
{
    [Theory]
    [InlineData("organise organize organised organizing organisation organization organisations organisational")]
    [InlineData("recognise recognize recognising recognized")]
    [InlineData("analyse analyze analysed analyzing")]
    [InlineData("colour color coloured colors colouring")]
    [InlineData("behaviour behavior behaviours behavioural behavioral")]
    [InlineData("labour labor labours")]
    [InlineData("favourite favorite favourites")]
    [InlineData("centre center centres centred centered")]
    [InlineData("kilometre kilometer kilometres")]
    [InlineData("theatre theater theatres")]
    [InlineData("travelled traveled travel travelling traveling")]
    [InlineData("cancelled canceled cancel cancelling")]
    [InlineData("labelled labeled label labels")]
    [InlineData("fuelled fueled fuel fuels fuelling")]
    [InlineData("counsellor counselor counsellors")]
    [InlineData("skilful skillful skilfully")]
    [InlineData("licence license licences licensed licensing")]
    [InlineData("practice practise practised practising practices")]
    [InlineData("defence defense")]
    [InlineData("programme program programmes programs")]
    [InlineData("catalogue catalog catalogues")]
    [InlineData("dialogue dialog")]
    [InlineData("enquiry inquiry enquiries inquiries")]
    [InlineData("judgement judgment")]
    [InlineData("ageing aging")]
    [InlineData("promise promised promises promising")]
    [InlineData("revise revised revision")]
    [InlineData("policy policies Policy’s POLICY")]
    [InlineData("manager managers")]
    [InlineData("recruit recruited recruitment recruiting")]
    [InlineData("pay pays")]
    [InlineData("café cafe Café CAFÉ cafe\u0301")]
    [InlineData("naïve naive")]
    [InlineData("dont don't don’t")]
    [InlineData("ﬁle file files")]
    public void These_words_find_each_other(string words)
    {
        Assert.Single(Words.Fold(words).Split(' ').Distinct());
    }

    [Theory]
    [InlineData("called", "caled")]
    [InlineData("skilled", "skiled")]
    [InlineData("hour", "hor")]
    [InlineData("four", "for")]
    [InlineData("tour", "tor")]
    [InlineData("size", "sis")]
    [InlineData("centre", "cent")]
    [InlineData("pay", "payroll")]
    [InlineData("new", "news")]
    public void These_do_not(string one, string other)
    {
        Assert.NotEqual(Words.Fold(one), Words.Fold(other));
    }

    [Theory]
    [InlineData("caresses", "caress")]
    [InlineData("ponies", "poni")]
    [InlineData("ties", "tie")]
    [InlineData("gas", "gas")]
    [InlineData("agreed", "agre")]
    [InlineData("hopping", "hop")]
    [InlineData("hoping", "hope")]
    [InlineData("luxuriating", "luxuri")]
    [InlineData("relational", "relat")]
    [InlineData("conditional", "condit")]
    [InlineData("vietnamization", "vietnam")]
    [InlineData("generate", "generat")]
    [InlineData("generalizations", "general")]
    [InlineData("adjustment", "adjust")]
    [InlineData("knightly", "knight")]
    [InlineData("consigned", "consign")]
    [InlineData("consistency", "consist")]
    [InlineData("consolatory", "consolatori")]
    [InlineData("knackeries", "knackeri")]
    [InlineData("knots", "knot")]
    [InlineData("kneeling", "kneel")]
    [InlineData("youth", "youth")]
    [InlineData("saying", "say")]
    [InlineData("abilities", "abil")]
    [InlineData("proceed", "proceed")]
    [InlineData("cry", "cri")]
    [InlineData("by", "by")]
    [InlineData("say", "say")]
    [InlineData("bee", "bee")]
    [InlineData("controlling", "control")]
    public void Words_are_stemmed_as_Porter_says(string word, string stem)
    {
        Assert.Equal(stem, Porter.Stem(word));
    }

    [Theory]
    [InlineData("R&D, 6,000 people; 80% in 2007", "r d n6 n000 peopl n80 in n2007")]
    [InlineData("e-mail <b>bold</b>", "e mail b bold b")]
    [InlineData("…!?*() _ - ' \" \0", "")]
    [InlineData("", "")]
    public void A_text_is_its_letters_and_digits(string text, string folded)
    {
        Assert.Equal(folded, Words.Fold(text));
    }

    [Fact]
    public void Whatever_the_text_the_index_gets_letters_and_digits_of_ascii_only()
    {
        var random = new Random(7);
        for (var i = 0; i < 2000; i++)
        {
            var text = string.Concat(Enumerable.Range(0, 60).Select(_ => (char)random.Next(0x0, 0xFFFF)));

            Assert.Matches("^([a-z][a-z0-9]*( [a-z][a-z0-9]*)*)?$", Words.Fold(text));
            Assert.All(Words.In(text), w => Assert.InRange(w.Start + w.Length, 1, text.Length));
        }
    }

    [Fact]
    public void Other_scripts_are_found_word_by_word()
    {
        Assert.Equal(2, Words.Fold("Привет мир").Split(' ').Length);
        Assert.Equal(Words.Fold("ПРИВЕТ"), Words.Fold("привет"));
    }
}
