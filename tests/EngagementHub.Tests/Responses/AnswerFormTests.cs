using System.Net;

namespace EngagementHub.Tests.Responses;

public sealed class AnswerFormTests(ResponsesFixture hub) : IClassFixture<ResponsesFixture>
{
    [Theory]
    [InlineData("31", "2", "2007", "Day by which there will be more to say must be a real date")]
    [InlineData("1", "6", "99", "Day by which there will be more to say must have a year of 4 numbers")]
    [InlineData("23", "4", "2007", "The day by which there will be more to say must be today or later")]
    [InlineData("", "", "", "Enter the day by which there will be more to say")]
    public async Task A_day_by_which_there_is_more_to_say_is_a_real_one_that_has_not_passed(string day, string month, string year, string said)
    {
        var form = await (await hub.As("priya")).Open($"{await AskAsync($"day {day} {year}")}/answer");

        var refused = await form.Submit(("State", "Outstanding"), ("Text", "We are asking."), ("Until.Day", day), ("Until.Month", month), ("Until.Year", year));

        refused.MustBe(HttpStatusCode.UnprocessableEntity);
        Assert.Equal(said, Assert.Single(refused.Errors));
    }

    [Fact]
    public async Task After_a_refusal_each_button_still_does_what_it_says()
    {
        var form = await (await hub.As("priya")).Open($"{await AskAsync("buttons")}/answer");
        var refused = await form.Submit(("!button", "Keep it and go on to publish it"), ("Text", "Yes."));

        var kept = await refused.Submit(("!button", "Keep the answer"), ("State", "Answered"));

        Assert.Contains("The answer is kept under your name", kept.Told, StringComparison.Ordinal);
        Assert.EndsWith("/answer", kept.Url, StringComparison.Ordinal);
    }

    private async Task<string> AskAsync(string key)
    {
        var priya = await hub.As("priya");
        var made = await priya.Post($"/responses/{hub.Period(key, 1)}/themes", ("Title", "Pay"));
        var asked = await (await priya.Open(made.Document.QuerySelector("a[href$='/ask']")!.GetAttribute("href")!)).Submit(("Wording", $"What about {key}?"));
        return asked.Document.QuerySelector("a[href*='/questions/']")!.GetAttribute("href")!.Replace("/answer", "", StringComparison.Ordinal);
    }
}
