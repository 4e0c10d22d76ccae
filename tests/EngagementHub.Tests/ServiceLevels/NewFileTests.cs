using System.Net;
using EngagementHub.ServiceLevels;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.Tests.ServiceLevels;

/// <summary>A service owner sends a kind of file the hub has not seen before.</summary>
public sealed class NewFileTests(ServiceLevelsHub hub) : IClassFixture<ServiceLevelsHub>
{
    private const string File = "Number,Opened,Resolved,Category\nN1,01/02/2007 09:00,13/02/2007 10:00,Desk\nN2,02/02/2007 09:00,01/02/2007 09:00,Desk\n";

    [Fact]
    public async Task The_first_page_asks_and_only_a_form_sent_without_the_answer_is_refused()
    {
        var sid = await Begin();

        var asked = await ServiceLevelsHub.Preview(sid, "", "asked.csv", File);

        asked.MustBe(HttpStatusCode.OK);
        Assert.Empty(asked.Errors);
        Assert.Contains("Before the rows can be understood: Say which service the tickets belong to.", asked.Text, StringComparison.Ordinal);
        Assert.NotNull(asked.Document.QuerySelector($"{asked.Document.QuerySelector(".govuk-inset-text a")!.GetAttribute("href")}"));

        var refused = await asked.Submit(("!button", "Show the rows again"));

        refused.MustBe(HttpStatusCode.UnprocessableEntity);
        Assert.Equal(["Say which service the tickets belong to"], refused.Errors);
        Assert.DoesNotContain("Before the rows can be understood", refused.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refused_file_leaves_its_name_free_to_be_sent_again_without_the_bad_rows()
    {
        var asked = await ServiceLevelsHub.Preview(await Begin(), "", "desk tickets.csv", File);

        var refused = await asked.Submit(("Form.Service", "pay"), ("!button", "Take in"));

        Assert.StartsWith("Nothing was taken in: 1 row", Assert.Single(refused.Errors), StringComparison.Ordinal);
        Assert.False(await Saved());

        var taken = await refused.Submit(("AcceptGoodRows", "true"), ("!button", "Take in"));

        Assert.Equal("2 rows read = 1 accepted + 1 rejected + 0 duplicates", taken.Heading);
        Assert.True(await Saved());
    }

    private async Task<HubClient> Begin()
    {
        await hub.Fill();
        return await hub.As("sid");
    }

    private Task<bool> Saved() => hub.In((_, db) => db.TicketMappings.AnyAsync(mapping => mapping.Name == "desk-tickets", TestContext.Current.CancellationToken));
}
