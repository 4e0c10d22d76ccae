using System.Net;

namespace EngagementHub.Tests.ServiceLevels;

public sealed class ImportPagesTests(ServiceLevelsHub hub) : IClassFixture<ServiceLevelsHub>
{
    [Fact]
    public async Task An_administrator_takes_the_real_log_in_and_a_service_owner_promises_and_reads_the_figure()
    {
        await hub.Fill();
        var ada = await hub.As("admin");
        var preview = await ServiceLevelsHub.Preview(ada, "servicenow-incident-log", "incidents.csv", await File.ReadAllTextAsync(ServiceLevelsHub.Log, TestContext.Current.CancellationToken));

        Assert.Contains("INC0000045", preview.Text, StringComparison.Ordinal);
        Assert.Contains("Resolved (resolved) at 8:53am on Monday 29 February 2016", preview.Text, StringComparison.Ordinal);

        var taken = await preview.Submit(("!button", "Take in"));

        taken.MustBe(HttpStatusCode.OK);
        Assert.Equal("4,085 rows read = 4,085 accepted + 0 rejected + 0 duplicates", taken.Heading);

        var again = await (await ServiceLevelsHub.Preview(ada, "servicenow-incident-log", "incidents.csv", await File.ReadAllTextAsync(ServiceLevelsHub.Log, TestContext.Current.CancellationToken))).Submit(("!button", "Take in"));

        Assert.Contains("4,085 rows read = 0 accepted + 0 rejected + 4,085 duplicates", again.Heading, StringComparison.Ordinal);
        Assert.Contains("Nothing was changed", again.Text, StringComparison.Ordinal);

        var sid = await hub.As("sid");
        var defined = await (await sid.Open("/service-levels/define?service=it-incidents")).Submit(
            ("Name", "Category 45 resolved"), ("Measure", "WithinWorkingDays"), ("Within", "2"), ("Target", "90"), ("From.Day", "1"), ("From.Month", "1"), ("From.Year", "2016"), ("Category", "Category 45"));

        defined.MustBe(HttpStatusCode.OK);
        Assert.Contains("Promised: 90% within 2 working days from 1 January 2016. Only Category 45 is counted.", defined.Text, StringComparison.Ordinal);
        Assert.Contains("In all, of 133 tickets judged", defined.Text, StringComparison.Ordinal);
        Assert.Contains("Open and already late 0 of 0 open", defined.Text, StringComparison.Ordinal);
        Assert.Contains("Nothing open", defined.Text, StringComparison.Ordinal);

        var late = await sid.Open("/service-levels/it-incidents/tickets?level=category-45-resolved&group=missed");

        Assert.Contains($"{late.Document.QuerySelectorAll("tbody tr").Length} tickets, as of", late.Text, StringComparison.Ordinal);
        Assert.Contains($"{late.Document.QuerySelectorAll("tbody tr").Length} late", defined.Text, StringComparison.Ordinal);
        Assert.Contains("Done late", late.Heading, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mapping_is_made_on_the_page_and_every_rejected_row_says_line_column_reason_and_cure()
    {
        await hub.Fill();
        var ada = await hub.As("admin");
        var saved = await (await ada.Open("/service-levels/import/mapping")).Submit(
            ("Title", "Facilities list"), ("Delimiter", ";"), ("TimeFormat", "dd/MM/yyyy HH:mm"), ("Ticket", "id"), ("Opened", "asked"), ("Resolved", "done"), ("Service", "pay-queries"));

        Assert.EndsWith("/service-levels/import?mapping=facilities-list", saved.Url, StringComparison.Ordinal);

        var preview = await ServiceLevelsHub.Preview(ada, "facilities-list", "list.csv", "id;asked;done\nF1;01/02/2007 09:00;02/02/2007 10:00\nF2;31/02/2007 09:00;\nF3;25/03/2007 01:30;\nF4;02/02/2007 09:00;01/02/2007 09:00\nF5;01/02/07 09:00;\nF6;01/02/2030 09:00;\n;01/02/2007 09:00;\nF7;01/02/2007 09:00\nF8;01/02/2007 09:00;\n");
        var taken = await preview.Submit(("AcceptGoodRows", "true"), ("!button", "Take in"));

        Assert.Contains("9 rows read = 2 accepted + 7 rejected + 0 duplicates", taken.Heading, StringComparison.Ordinal);
        Assert.Equal(
            ["3 asked \"31/02/2007 09:00\" is not a time in the form dd/MM/yyyy HH:mm", "4 asked 25/03/2007 01:30 never was in Europe/London: the clocks skipped that hour", "5 done The ticket is closed before it was opened",
             "6 asked \"01/02/07 09:00\" is not a time in the form dd/MM/yyyy HH:mm", "7 asked 01/02/2030 09:00 is in the future", "8 id The value is missing", "9 The row has 2 columns and the heading 3"],
            taken.Document.QuerySelectorAll("tbody tr").Select(row => string.Join(' ', row.QuerySelectorAll("td").Take(3).Select(cell => cell.TextContent.Trim()).Where(text => text.Length > 0))));
        Assert.DoesNotContain(taken.Document.QuerySelectorAll("tbody tr td:nth-child(4)"), cell => cell.TextContent.Trim().Length == 0);
    }

    [Fact]
    public async Task Values_that_no_mapping_explains_wait_on_the_console_until_somebody_says_what_they_mean()
    {
        await hub.Fill();
        var ada = await hub.As("admin");
        var preview = await ServiceLevelsHub.Preview(ada, "service-desk-2007", "states.csv", "ticket,service,category,state,at\nU1,pay-queries,,Frozen,2007-02-01 09:00\nU2,pay-queries,,Frozen,2007-02-01 09:00\nU3,pay-queries,,Received,2007-02-01 09:00\n");
        (await preview.Submit(("AcceptGoodRows", "true"), ("!button", "Take in"))).MustBe(HttpStatusCode.OK);

        var console = await ada.Open("/service-levels/console");

        Assert.Contains("Frozen state 2 states.csv Say what it means", console.Text.Replace("Frozenstate2states.csv", "Frozen state 2 states.csv", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.NotEmpty(console.Document.QuerySelectorAll("main a[href='/service-levels/import/mapping/service-desk-2007']"));
    }

    [Fact]
    public async Task A_file_that_does_not_fit_the_mapping_is_refused_in_words()
    {
        await hub.Fill();
        var ada = await hub.As("admin");

        var other = await ServiceLevelsHub.Preview(ada, "servicenow-incident-log", "other.csv", "a,b\n1,2\n");
        var empty = await ServiceLevelsHub.Preview(ada, "servicenow-incident-log", "empty.csv", "number\n");

        other.MustBe(HttpStatusCode.UnprocessableEntity);
        Assert.Contains("The file has no column \"number\". It has a, b.", Assert.Single(other.Errors), StringComparison.Ordinal);
        empty.MustBe(HttpStatusCode.UnprocessableEntity);
    }

    [Fact]
    public async Task Only_an_administrator_and_owners_of_services_take_tickets_in()
    {
        await hub.Fill();

        Assert.Equal(HttpStatusCode.Forbidden, (await (await hub.As("tom")).Open("/service-levels/import")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await (await hub.As("mina")).Open("/service-levels/import/mapping")).Status);
        Assert.Equal(HttpStatusCode.OK, (await (await hub.As("sid")).Open("/service-levels/import/mapping")).Status);
    }
}
