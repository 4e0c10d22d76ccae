using System.Net;
using EngagementHub.ServiceLevels.Tickets;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.Tests.ServiceLevels.Sources;

/// <summary>Every kind of file goes through the pages as a person would send it. Nothing is ever an error of ours; what is accepted is what stands in the file.</summary>
public sealed class CsvKindsTests(ServiceLevelsHub hub) : IClassFixture<ServiceLevelsHub>
{
    private const string Mapping = """
        { "name": "kinds", "steps": [{ "name": "TicketMappings", "Mappings": [{ "Name": "kinds", "Title": "Kinds", "Source": "kinds", "Live": false, "Delimiter": "", "TimeFormat": "day first", "Ticket": "number", "State": "state",
          "Opened": "opened", "Resolved": "resolved", "Category": "category", "Service": "new-account", "States": [{ "State": "Open", "Means": "open" }, { "State": "Done", "Means": "resolved" }] }] }] }
        """;

    public static TheoryData<string> Names { get; } = [.. CsvKinds.All.Select(kind => kind.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Every_kind_of_file_is_taken_as_it_stands_or_refused_with_line_column_and_cure(string name)
    {
        var kind = CsvKinds.All.Single(known => known.Name == name);
        await Begin();

        var preview = await ServiceLevelsHub.Preview(await hub.As("admin"), "kinds", "kinds.csv", kind.Bytes);
        var taken = preview.Status == HttpStatusCode.OK ? await preview.Submit(("AcceptGoodRows", "true"), ("!button", "Take in")) : preview;

        if (kind.Refused is { } sentence)
        {
            taken.MustBe(HttpStatusCode.UnprocessableEntity);
            Assert.Contains(taken.Errors, error => error.Contains(sentence, StringComparison.Ordinal));
            Assert.Equal("", await Kept());
            return;
        }

        taken.MustBe(HttpStatusCode.OK);
        Assert.Equal(kind.Accepted, await Kept());
        var rejected = taken.Document.QuerySelectorAll("tbody tr").Select(row => string.Join(' ', row.QuerySelectorAll("td").Take(3).Select(cell => cell.TextContent.Trim()).Where(text => text.Length > 0))).ToList();
        Assert.Equal(kind.Rejected.Length == 0 ? 0 : 1, rejected.Count);
        Assert.All(rejected, row => Assert.StartsWith(kind.Rejected, row, StringComparison.Ordinal));
        Assert.DoesNotContain(taken.Document.QuerySelectorAll("tbody tr td:nth-child(4)"), cell => cell.TextContent.Trim().Length == 0);
    }

    [Fact]
    public async Task One_bad_row_keeps_the_whole_file_out_until_the_good_rows_are_asked_for()
    {
        await Begin();
        var kind = CsvKinds.All.Single(known => known.Name == "closed before it was opened");
        var preview = await ServiceLevelsHub.Preview(await hub.As("admin"), "kinds", "kinds.csv", kind.Bytes);

        var refused = await preview.Submit(("!button", "Take in"));

        refused.MustBe(HttpStatusCode.UnprocessableEntity);
        Assert.Contains("Nothing was taken in: 1 row cannot be taken", Assert.Single(refused.Errors), StringComparison.Ordinal);
        Assert.Equal("", await Kept());

        var file = await preview.Client.Open(preview.Url.Split('?')[0] + "?handler=rejected");

        Assert.Contains("A2,Done,02/02/2007 09:00,01/02/2007 09:00,Desk,3,resolved,The ticket is closed before it was opened,Correct one of the two times", file.Body, StringComparison.Ordinal);

        var taken = await refused.Submit(("AcceptGoodRows", "true"), ("!button", "Take in"));

        Assert.Equal("2 rows read = 1 accepted + 1 rejected + 0 duplicates", taken.Heading);
        Assert.Equal("A1", await Kept());
    }

    [Fact]
    public async Task Two_uploads_at_once_of_the_same_file_make_each_ticket_once()
    {
        await Begin();
        var kind = CsvKinds.All[0];
        var client = await hub.As("admin");
        var previews = await Task.WhenAll(ServiceLevelsHub.Preview(client, "kinds", "kinds.csv", kind.Bytes), ServiceLevelsHub.Preview(client, "kinds", "kinds.csv", kind.Bytes));

        var taken = await Task.WhenAll(previews.Select(preview => preview.Submit(("!button", "Take in"))));

        Assert.All(taken, page => Assert.NotEqual(HttpStatusCode.InternalServerError, page.Status));
        Assert.Equal("A1 A2", await Kept());
    }

    [Fact]
    public async Task An_upload_is_found_by_whoever_sent_it_and_nobody_else()
    {
        await Begin();
        var preview = await ServiceLevelsHub.Preview(await hub.As("admin"), "kinds", "kinds.csv", CsvKinds.All[0].Bytes);

        var other = await (await hub.As("sid")).Open(preview.Url);

        Assert.Contains("The file is not kept any longer", other.Text, StringComparison.Ordinal);
    }

    private async Task Begin()
    {
        await hub.Fill();
        var (exitCode, errors) = await hub.ApplyRecipe(Mapping);
        Assert.True(exitCode == 0, errors);
        await hub.In(async (_, db) => await db.Set<Ticket>().Where(ticket => ticket.Source == "kinds").ExecuteDeleteAsync());
    }

    private async Task<string> Kept() => await hub.In(async (_, db) => string.Join(' ', (await db.Set<Ticket>().Where(ticket => ticket.Source == "kinds").ToListAsync())
        .OrderBy(ticket => ticket.Number, StringComparer.Ordinal).Select(ticket => ticket.Category == "Desk" ? ticket.Number : $"{ticket.Number} ({ticket.Category})")));
}
