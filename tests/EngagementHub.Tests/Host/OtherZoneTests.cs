using System.Net;

namespace EngagementHub.Tests.Host;

/// <summary>The department is in London; its server may stand anywhere.</summary>
[Trait("Runs", "Once")]
public sealed class OtherZoneTests : IDisposable
{
    private const string Blog = "/blogs/permanent-secretary";
    private readonly string _folder = Directory.CreateTempSubdirectory("hub-zone").FullName;

    /// <summary>At ten in London it is still the day before in Pago Pago, and in Kiritimati nearly the day after.</summary>
    [Theory]
    [InlineData("Pacific/Pago_Pago")]
    [InlineData("Pacific/Kiritimati")]
    public async Task A_host_is_in_charge_on_Londons_days_wherever_the_server_stands(string zone)
    {
        var address = $"http://127.0.0.1:{HostProcess.FreePort()}";
        using var process = await HostProcess.ServeIn(zone, _folder, $"--urls={address}", "--Jobs:Run=false");
        try
        {
            using var http = new HttpClient { BaseAddress = new Uri(address) };
            var reader = new HubClient(http);

            Assert.DoesNotContain("Head of HR", await InCharge(reader, 17), StringComparison.Ordinal);
            Assert.Contains("until Friday 27 April", await InCharge(reader, 18), StringComparison.Ordinal);
            Assert.Contains("until Friday 27 April", await InCharge(reader, 27), StringComparison.Ordinal);
            Assert.DoesNotContain("Head of HR", await InCharge(reader, 28), StringComparison.Ordinal);
        }
        finally
        {
            process.Kill(entireProcessTree: true);
        }
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static async Task<string> InCharge(HubClient reader, int day)
    {
        (await reader.Post("/demonstration/clock", ("Day.Day", $"{day}"), ("Day.Month", "4"), ("Day.Year", "2007"))).MustBe(HttpStatusCode.OK);
        var page = await reader.Open(Blog);
        page.MustBe(HttpStatusCode.OK);
        return page.Document.QuerySelector(".hub-in-charge")!.TextContent;
    }
}
