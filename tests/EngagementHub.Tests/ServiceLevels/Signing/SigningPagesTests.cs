using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.Tests.ServiceLevels.Signing;

public sealed class SigningPagesTests(ServiceLevelsHub hub) : IClassFixture<ServiceLevelsHub>, IAsyncLifetime
{
    private const string Months = "/service-levels/new-account/delivered/months";
    private const string Sentence = "Two people were away in the last week of the month.";

    public async ValueTask InitializeAsync() => await hub.Tell2007();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task The_owner_looks_at_a_month_signs_it_and_everyone_reads_it_under_that_name()
    {
        var signed = await Sign("2007-01");

        signed.MustBe(HttpStatusCode.OK);
        Assert.EndsWith($"{Months}/2007-01", signed.Url, StringComparison.Ordinal);
        var read = await (await hub.As("tom")).Open($"{Months}/2007-01");
        Assert.Contains("Signed by Sid Service, Head of Service Delivery on Tuesday 1 May 2007", read.Text, StringComparison.Ordinal);
        Assert.Contains(Sentence, read.Text, StringComparison.Ordinal);
        Assert.Contains("83.5% of", read.Text, StringComparison.Ordinal);
        Assert.Contains("Open and already late when signed", read.Text, StringComparison.Ordinal);
        Assert.Contains("Method not counter-signed yet", read.Text, StringComparison.Ordinal);
        Assert.Contains("Nothing that has arrived since differs from what was signed", read.Text, StringComparison.Ordinal);
        Assert.Contains("the record and its rows are what was signed", read.Text, StringComparison.Ordinal);
        Assert.Contains("A new account: Accounts delivered, January 2007, r1: 83.5% of", string.Join('\n', await hub.In((_, db) => db.Audit.Where(a => a.What == "servicelevels.month.signed").Select(a => a.Why).ToListAsync(TestContext.Current.CancellationToken))), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_signed_says_how_many_tickets_count_and_how_many_are_void()
    {
        var page = await (await hub.As("sid")).Open($"{Months}/2007-02/sign");

        var said = Regex.Match(page.Text, @"with the (\d+) tickets \((\d+) counted and (\d+) void\) behind it");

        Assert.True(said.Success, page.Text);
        var counts = said.Groups.Values.Skip(1).Select(g => int.Parse(g.Value, CultureInfo.InvariantCulture)).ToList();
        Assert.Equal(counts[0], counts[1] + counts[2]);
        Assert.Contains($"of {said.Groups[2].Value} tickets", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_but_the_owner_signs()
    {
        foreach (var name in (string[])["tom", "admin"])
        {
            var other = await hub.As(name);
            (await other.Open($"{Months}/2007-02/sign")).MustBe(HttpStatusCode.Forbidden);
            (await other.Post($"{Months}/2007-02/sign", ("Sentence", Sentence))).MustBe(HttpStatusCode.Forbidden);
        }

        (await (await hub.As("sid")).Open($"{Months}/2007-13/sign")).MustBe(HttpStatusCode.NotFound);
        (await (await hub.As("tom")).Open($"{Months}/1999-01")).MustBe(HttpStatusCode.NotFound);
        (await (await hub.As("tom")).Open("/service-levels/new-account/nothing/months/2007-02")).MustBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_month_is_not_signed_without_a_sentence_nor_otherwise_than_it_was_looked_at()
    {
        var page = await (await hub.As("sid")).Open($"{Months}/2007-02/sign");
        var silent = await page.Submit(("Sentence", "ok"));
        var unseen = await page.Submit(("Sentence", Sentence), ("Seen", "something else"));

        silent.MustBe(HttpStatusCode.UnprocessableEntity);
        Assert.Equal("Say in a sentence what the figure means, in 10 to 1,000 characters", Assert.Single(silent.Errors));
        Assert.Equal("ok", silent.Document.QuerySelector("textarea[name=Sentence]")!.TextContent.Trim());
        unseen.MustBe(HttpStatusCode.UnprocessableEntity);
        Assert.StartsWith("The figures have changed since you opened this page", Assert.Single(unseen.Errors), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unfinished_month_shows_why_it_cannot_be_signed()
    {
        hub.Clock.Now = new DateTimeOffset(2007, 4, 30, 20, 0, 0, TimeSpan.Zero);
        var page = await (await hub.As("sid")).Open($"{Months}/2007-04/sign");
        hub.Clock.Now = new DateTimeOffset(2007, 5, 1, 9, 0, 0, TimeSpan.Zero);

        Assert.Contains("April 2007 cannot be signed now. April 2007 is not over. It can be signed from 1 May 2007.", page.Text, StringComparison.Ordinal);
        Assert.Null(page.Document.QuerySelector("main form"));
    }

    [Fact]
    public async Task The_record_and_its_rows_have_the_hashes_that_the_page_shows()
    {
        await Sign("2007-03");
        var (sid, tom) = (await hub.As("sid"), await hub.As("tom"));
        var page = await tom.Open($"{Months}/2007-03");

        var record = await tom.Http.GetByteArrayAsync($"{Months}/2007-03/r1.txt", TestContext.Current.CancellationToken);
        var rows = await sid.Http.GetByteArrayAsync($"{Months}/2007-03/r1.tsv", TestContext.Current.CancellationToken);

        Assert.Contains(Convert.ToHexStringLower(SHA256.HashData(record)), page.Text, StringComparison.Ordinal);
        Assert.EndsWith($"rows-sha256: {Convert.ToHexStringLower(SHA256.HashData(rows))}\n", System.Text.Encoding.UTF8.GetString(record), StringComparison.Ordinal);
        (await tom.Open($"{Months}/2007-03/r1.tsv")).MustBe(HttpStatusCode.Forbidden);
        (await tom.Open($"{Months}/2007-03/r7.txt")).MustBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task The_way_of_counting_is_counter_signed_once_for_each_step_by_somebody_else()
    {
        const string Method = "/service-levels/new-account/average/method";
        var (sid, admin, tom) = (await hub.As("sid"), await hub.As("admin"), await hub.As("tom"));

        Assert.Null((await sid.Open(Method)).Document.QuerySelector("main form"));
        (await sid.Post(Method, ("From", "2007-01-01"))).MustBe(HttpStatusCode.Forbidden);
        (await tom.Post(Method, ("From", "2007-01-01"))).MustBe(HttpStatusCode.Forbidden);
        (await admin.Post(Method, ("From", "2007-01-02"))).MustBe(HttpStatusCode.UnprocessableEntity);
        var agreed = await (await admin.Open(Method)).Submit();

        Assert.Contains("Counter-signed by Ada Administrator, Digital workplace team on Tuesday 1 May 2007", agreed.Text, StringComparison.Ordinal);
        Assert.Null(agreed.Document.QuerySelector("main form"));
        Assert.Contains("The way of counting was counter-signed by Ada Administrator", (await tom.Open("/service-levels/new-account/average/months/2007-02")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_month_of_counts_is_signed_and_a_count_recorded_again_shows_beside_it()
    {
        const string Pay = "/service-levels/pay/paid-correctly/months/2007-03";
        var sid = await hub.As("sid");
        (await (await sid.Open($"{Pay}/sign")).Submit(("Sentence", Sentence))).MustBe(HttpStatusCode.OK);
        hub.Clock.Now = new DateTimeOffset(2026, 11, 3, 9, 0, 0, TimeSpan.Zero);
        await (await (await hub.As("sid")).Open("/service-levels/pay/paid-correctly/count")).Submit(("Month.Day", "1"), ("Month.Month", "3"), ("Month.Year", "2007"), ("Right", "23900"), ("Of", "23980"));
        hub.Clock.Now = new DateTimeOffset(2007, 5, 1, 9, 0, 0, TimeSpan.Zero);

        var page = await (await hub.As("tom")).Open(Pay);

        Assert.Contains("98.8% of 23,980", page.Text, StringComparison.Ordinal);
        Assert.Contains("Figure 98.8% 99.6%", page.Text, StringComparison.Ordinal);
    }

    private async Task<HubPage> Sign(string month, params (string, string)[] more)
    {
        var sid = await hub.As("sid");
        return await (await sid.Open($"{Months}/{month}/sign")).Submit([("Sentence", Sentence), .. more]);
    }
}
