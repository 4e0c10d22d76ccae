using System.Net;
using EngagementHub.Surveys;
using EngagementHub.Surveys.Answers;
using EngagementHub.Surveys.Surveys;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace EngagementHub.Tests.Surveys;

/// <summary>A whole form is taken in without making the page; a field the form does not have sends the same through the page.</summary>
public sealed class ShortAnsweringTests(SurveysFixture hub) : IClassFixture<SurveysFixture>
{
    private static readonly (string, string)[] ThroughThePage = [("Other", "field")];

    [Fact]
    public async Task Both_ways_answer_alike_and_keep_the_same()
    {
        var (first, second) = (await hub.Opened("The short way"), await hub.Opened("Through the page"));

        var plain = await Send(first, "w01", "5", "2", "  Warmer\r\nrooms, call 020 7946 0999 ");
        var page = await Send(second, "w01", "5", "2", "  Warmer\r\nrooms, call 020 7946 0999 ", ThroughThePage);

        Assert.Equal((page.Status, page.Url, page.Heading), (plain.Status, plain.Url, plain.Heading));
        Assert.Equal(await Kept(second), await Kept(first));
        Assert.Contains("Held", Assert.Single(await Texts(first)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_has_answered_the_one_way_is_refused_on_the_other_with_what_was_chosen_kept()
    {
        var id = await hub.Opened("Twice, two ways");
        (await Send(id, "w02", "5", "5")).MustBe(HttpStatusCode.OK);

        foreach (var more in ((string, string)[][])[[], ThroughThePage])
        {
            var refused = await Send(id, "w02", "1", "2", "Mine", more);

            refused.MustBe(HttpStatusCode.UnprocessableEntity);
            Assert.Contains("You have answered this pulse check already", Assert.Single(refused.Errors), StringComparison.Ordinal);
            Assert.Equal("Mine", refused.Document.QuerySelector("textarea")!.TextContent.Trim());
        }

        Assert.Equal(1, await Answered(id));
    }

    [Fact]
    public async Task From_another_site_or_without_a_session_nothing_is_counted()
    {
        var (id, worker, nobody) = (await hub.Opened("From elsewhere"), await hub.As("w03"), await hub.As(""));
        (await nobody.Post($"/surveys/{id}/answer", Fields("4", "4", ""))).MustBe(HttpStatusCode.Unauthorized);
        using var foreign = new HttpRequestMessage(HttpMethod.Post, $"/surveys/{id}/answer") { Content = new FormUrlEncodedContent(Fields("4", "4", "").Select(f => KeyValuePair.Create(f.Item1, f.Item2))) };
        foreign.Headers.Add("Sec-Fetch-Site", "cross-site");

        using var answer = await worker.Http.SendAsync(foreign, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Equal(0, await Answered(id));
    }

    [Fact]
    public async Task Marks_for_other_questions_than_those_it_asks_are_not_counted()
    {
        var id = await hub.Opened("Asked anew");
        var survey = await hub.Find(id);
        // As another node reads it while the pulse check is taken back and opened with its questions in another order.
        List<Item> before = [.. survey.Items.Select(i => i with { Question = survey.Items[i.Number % 2].Question })];
        var box = hub.Services.GetRequiredService<BallotBox>();

        var refused = await Assert.ThrowsAsync<BrokenRuleException>(() => box.ReceiveAsync(SurveysFixture.Id(4), new Ballot(id, [1, 5], []) { Asked = before }, TestContext.Current.CancellationToken));

        Assert.Contains("changed a moment ago", refused.Message, StringComparison.Ordinal);
        Assert.Equal(0, await Answered(id));
        await box.ReceiveAsync(SurveysFixture.Id(4), new Ballot(id, [1, 5], []) { Asked = survey.Items }, TestContext.Current.CancellationToken);
        Assert.Equal(1, await Answered(id));
    }

    private static (string, string)[] Fields(string heard, string proud, string words) => [("Marks[1]", heard), ("Marks[2]", proud), ("Words[3]", words)];

    private async Task<HubPage> Send(Guid id, string who, string heard, string proud, string words = "", params (string, string)[] more) =>
        await (await hub.As(who)).Post($"/surveys/{id}/answer", [.. Fields(heard, proud, words), .. more]);

    private Task<int> Answered(Guid id) => hub.In((_, db) => db.Tallies.Where(t => t.SurveyId == id && t.Cut == Cut.Unit).SumAsync(t => t.Answered));

    private Task<List<string>> Texts(Guid id) => hub.In((_, db) => db.TextAnswers.Where(t => t.SurveyId == id).Select(t => t.Text + "|" + t.HeldFor + "|" + t.Standing.ToString()).ToListAsync());

    private async Task<List<string>> Kept(Guid id) => [
        .. (await hub.In((_, db) => db.Tallies.AsNoTracking().Where(t => t.SurveyId == id).ToListAsync())).Select(t => $"{t.Cut} {t.Group} {t.Answered} {string.Join(',', t.Marks)}").Order(StringComparer.Ordinal),
        .. await Texts(id),
        .. (await hub.In((_, db) => db.Places.Where(p => p.SurveyId == id && p.HasAnswered).ToListAsync())).Select(p => $"{p.Who}"),
    ];
}
