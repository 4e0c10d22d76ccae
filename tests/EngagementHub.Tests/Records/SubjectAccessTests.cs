using System.Net;

namespace EngagementHub.Tests.Records;

public sealed class SubjectAccessTests(RecordsHub hub) : IClassFixture<RecordsHub>
{
    [Fact]
    public async Task A_person_is_given_everything_that_is_kept_and_nothing_that_was_written_without_a_name()
    {
        var admin = await hub.As("administrator");
        var comment = await hub.CommentWith(RecordsHub.Marker);

        using var answer = await admin.Http.PostAsync("/records/people/staff-member", null, TestContext.Current.CancellationToken);
        var files = RecordsHub.Unzip(await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));

        Assert.Equal(["what-is-kept.html", "what-is-kept.json"], files.Keys.Order());
        Assert.All(files.Values, text =>
        {
            Assert.Contains("Named: ring Tom", text, StringComparison.Ordinal);
            Assert.Contains("tom.taylor@department.example", text, StringComparison.Ordinal);
            Assert.Contains(WebUtility.HtmlEncode("Nothing in the hub's record says who wrote one"), WebUtility.HtmlEncode(WebUtility.HtmlDecode(text)), StringComparison.Ordinal);
            Assert.DoesNotContain(RecordsHub.Marker, text, StringComparison.Ordinal);
            Assert.DoesNotContain(comment.Id.ToString(), text, StringComparison.OrdinalIgnoreCase);
        });
        Assert.Contains(await hub.Rows(), r => r.Contains("records.person.told", StringComparison.Ordinal));
        (await (await hub.As("staff-member")).Open("/records/mine")).MustBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task The_page_is_read_without_knowing_tables_and_the_data_hold_everything()
    {
        using var answer = await (await hub.As("administrator")).Http.PostAsync("/records/people/staff-member", null, TestContext.Current.CancellationToken);
        var files = RecordsHub.Unzip(await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        var page = new AngleSharp.Html.Parser.HtmlParser().ParseDocument(files["what-is-kept.html"]);
        var parts = page.QuerySelectorAll("dt").Select(dt => (Label: dt.TextContent, Value: dt.NextElementSibling!.TextContent)).ToList();

        Assert.Contains(("Signed name", "Tom Taylor"), parts);
        Assert.Contains(("Day", "Tuesday 24 April 2007"), parts);
        Assert.All(parts, part =>
        {
            Assert.Matches("^[A-Z][a-z ]+$", part.Label);
            Assert.DoesNotMatch("[0-9a-f]{8}-[0-9a-f]{4}|^\\[\\]$|[0-9]T[0-9]|^$|<p>", part.Value);
        });
        Assert.Contains(RecordsHub.Tom.ToString(), files["what-is-kept.json"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_hosts_or_has_promises_to_keep_hands_over_first()
    {
        var page = await (await hub.As("administrator")).Open("/records/people/head-of-hr/forget");

        Assert.Contains("hosting period 18 to 27 April 2007", page.Text, StringComparison.Ordinal);
        Assert.Contains("promise", page.Text, StringComparison.Ordinal);
        var sent = await page.Client.Post("/records/people/head-of-hr/forget", ("Office", "Strike"), ("Reason", "Own wish"), ("Confirm", "Priya Patel"));
        Assert.Contains("cannot be forgotten yet", Assert.Single(sent.Errors), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_reason_must_not_name_the_person_and_the_name_must_be_meant()
    {
        var admin = await hub.As("administrator");
        var page = await admin.Open("/records/people/staff-member/forget");

        Assert.Contains("without the person's name", Assert.Single((await page.Submit(("Reason", "Tom Taylor asked"), ("Confirm", "Tom Taylor"))).Errors), StringComparison.Ordinal);
        Assert.Contains("you mean this person", Assert.Single((await page.Submit(("Reason", "Own wish"), ("Confirm", "Tom"))).Errors), StringComparison.Ordinal);
    }
}
