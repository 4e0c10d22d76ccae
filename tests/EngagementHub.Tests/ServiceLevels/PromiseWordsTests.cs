using EngagementHub.ServiceLevels.Levels;
using static EngagementHub.Tests.ServiceLevels.LevelBuilder;

namespace EngagementHub.Tests.ServiceLevels;

public class PromiseWordsTests
{
    [Fact]
    public void What_a_promise_says_of_itself_is_read_back_to_the_same_promise()
    {
        Assert.All(Enum.GetValues<Measure>(), measure =>
        {
            var step = From("2007-04-01", measure.IsPercentage() ? 97.5m : 3, measure.NeedsWithin() ? 5 : 0);

            Assert.Equal(new ParsedPromise(measure, step), PromiseWords.Parse(step.InWords(measure), "Words"));
        });
    }

    [Theory]
    [InlineData("95% within 5 working days from 1 April 2007")]
    [InlineData("  95 per cent  in 5 (or less) working days from 2007-04-01. ")]
    [InlineData("95% DELIVERED in 5 (or fewer) working days, from 1 Apr 2007")]
    [InlineData("95 percent within 5 working days or fewer from 1/4/2007")]
    public void Other_ways_of_saying_it_are_understood_as_the_same(string words) =>
        Assert.Equal("95% within 5 working days from 1 April 2007", PromiseWords.Parse(words, "Words").InWords);

    [Theory]
    [InlineData("we do our best", "The words cannot be read as a promise")]
    [InlineData("95% within 5 weeks from 1 April 2007", "The words cannot be read as a promise")]
    [InlineData("95% within 5 working days", "The words cannot be read as a promise")]
    [InlineData("95% within 5 working days from 31 February 2007", "\"31 February 2007\" is not a day")]
    [InlineData("95% within 5 working days from 31/02/2007", "\"31/02/2007\" is not a day")]
    [InlineData("95% within 5 working days from 1/4/07", "\"1/4/07\" is not a day: write it like 1 April 2007, with a year of four digits")]
    [InlineData("105% within 5 working days from 1 April 2007", "The target must be more than 0% and no more than 100%")]
    [InlineData("95% within 0 working days from 1 April 2007", "Say within how many days or hours, from 1 to 1000")]
    public void What_is_not_a_promise_is_refused_and_never_guessed(string words, string sentence) =>
        Assert.StartsWith(sentence, Assert.Throws<BrokenRuleException>(() => PromiseWords.Parse(words, "Words")).Message, StringComparison.Ordinal);
}
