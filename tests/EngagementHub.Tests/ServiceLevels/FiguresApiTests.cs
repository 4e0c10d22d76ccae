using System.Globalization;
using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.Json;
using System.Xml.Linq;
using CsvHelper;
using EngagementHub.ServiceLevels.Api;

namespace EngagementHub.Tests.ServiceLevels;

public sealed class FiguresApiTests(ServiceLevelsHub hub) : IClassFixture<ServiceLevelsHub>, IAsyncLifetime
{
    public async ValueTask InitializeAsync()
    {
        await hub.Tell2007();
        await (await (await hub.As("sid")).Open("/service-levels/new-account/delivered/months/2007-01/sign")).Submit(("Sentence", "The year began with old requests."));
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task Figures_say_whether_they_are_signed_of_how_many_and_as_of_when()
    {
        var figures = await Json("/api/v1/figures?service=new-account&from=2007-01&to=2007-02");
        var (january, february) = (Of(figures, "delivered", "2007-01"), Of(figures, "delivered", "2007-02"));

        Assert.Equal(("signed", "", 1, 83.5m), (Text(january, "state"), Text(january, "mark"), january.GetProperty("revision").GetInt32(), january.GetProperty("value").GetDecimal()));
        Assert.Equal(64, Text(january, "sha256").Length);
        Assert.Equal(("provisional", "p", 88.7m, "90% within 5 working days"), (Text(february, "state"), Text(february, "mark"), february.GetProperty("value").GetDecimal(), Text(february, "promise")));
        Assert.Equal(february.GetProperty("n").GetInt32(), february.GetProperty("met").GetInt32() + february.GetProperty("missed").GetInt32() + february.GetProperty("openAndLate").GetInt32());
        Assert.All(figures.EnumerateArray(), figure => Assert.InRange(Text(figure, "month"), "2007-01", "2007-02"));
    }

    [Fact]
    public async Task Who_has_an_answer_already_gets_it_not_again()
    {
        var http = (await hub.As("tom")).Http;
        using var first = await http.GetAsync("/api/v1/levels", TestContext.Current.CancellationToken);
        using var again = new HttpRequestMessage(HttpMethod.Get, "/api/v1/levels");
        again.Headers.IfNoneMatch.Add(first.Headers.ETag!);

        using var answer = await http.SendAsync(again, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.NotModified, answer.StatusCode);
    }

    [Fact]
    public async Task The_description_names_every_path_and_only_those_of_the_interface()
    {
        var described = await Json("/api/v1/openapi.json");

        Assert.Equal(["/api/v1/figures", "/api/v1/levels", "/api/v1/services", "/api/v1/services/{service}", "/api/v1/services/{service}/levels/{level}/months/{month}/revisions"],
            described.GetProperty("paths").EnumerateObject().Select(path => path.Name).Order(StringComparer.Ordinal));
        Assert.True(described.GetProperty("components").GetProperty("schemas").GetProperty("ApiFigure").GetProperty("properties").TryGetProperty("openAndLate", out _));
    }

    [Fact]
    public async Task What_is_asked_wrongly_or_is_not_there_is_said()
    {
        var http = (await hub.As("tom")).Http;

        foreach (var (url, status) in ((string, HttpStatusCode)[])[("/api/v1/figures?from=2007-13", HttpStatusCode.BadRequest), ("/api/v1/services/nothing", HttpStatusCode.NotFound), ("/api/v1/services/new-account/levels/delivered/months/2007-02/revisions", HttpStatusCode.NotFound), ("/service-levels/figures.csv?to=x", HttpStatusCode.BadRequest)])
        {
            using var answer = await http.GetAsync(url, TestContext.Current.CancellationToken);
            Assert.Equal(status, answer.StatusCode);
        }
    }

    [Fact]
    public async Task Nothing_about_a_person_or_a_ticket_leaves()
    {
        foreach (var url in (string[])["/api/v1/services", "/api/v1/levels", "/api/v1/figures", "/api/v1/services/new-account/levels/delivered/months/2007-01/revisions", "/service-levels/figures.csv"])
        {
            var text = await (await hub.As("tom")).Http.GetStringAsync(url, TestContext.Current.CancellationToken);
            Assert.DoesNotContain("Sid", text, StringComparison.Ordinal);
            Assert.DoesNotContain("R07-", text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task The_csv_file_has_one_row_for_each_month()
    {
        using var text = new StringReader(await (await hub.As("tom")).Http.GetStringAsync("/service-levels/figures.csv?service=new-account", TestContext.Current.CancellationToken));
        using var csv = new CsvParser(text, CultureInfo.InvariantCulture);
        List<string[]> rows = [];
        while (await csv.ReadAsync())
        {
            rows.Add(csv.Record!);
        }

        Assert.Equal(["service", "level", "month", "state", "mark", "revision"], rows[0].Take(6));
        Assert.Equal(["1", "2007-05-01T09:00:00Z", "83.5", "percent"], rows.Single(row => row[1] == "delivered" && row[2] == "2007-01").Skip(5).Take(4));
        Assert.All(rows, row => Assert.Equal(rows[0].Length, row.Length));
    }

    [Fact]
    public async Task The_spreadsheet_is_an_opendocument_whose_kind_stands_first_and_uncompressed()
    {
        var bytes = await (await hub.As("tom")).Http.GetByteArrayAsync("/service-levels/figures.ods", TestContext.Current.CancellationToken);
        await using var zip = new ZipArchive(new MemoryStream(bytes));

        Assert.Equal("mimetype" + Spreadsheet.MediaType, Encoding.ASCII.GetString(bytes, 30, 8 + Spreadsheet.MediaType.Length));
        Assert.Equal(["mimetype", "content.xml", "META-INF/manifest.xml"], zip.Entries.Select(entry => entry.FullName));
        var content = Read(zip.GetEntry("content.xml")!);
        XNamespace table = "urn:oasis:names:tc:opendocument:xmlns:table:1.0";
        Assert.Equal(["Figures", "Notes"], content.Descendants(table + "table").Select(sheet => sheet.Attribute(table + "name")!.Value));
        Assert.Contains(content.Descendants(table + "table-cell"), cell => cell.Value == "83.5");
    }

    [Fact]
    public void A_cell_that_looks_like_a_formula_is_text()
    {
        using var zip = new ZipArchive(new MemoryStream(Spreadsheet.Write([new Sheet("S", [["=1+1", 4, "a\u000bb"]])])));
        var cells = Read(zip.GetEntry("content.xml")!).Descendants(XName.Get("table-cell", "urn:oasis:names:tc:opendocument:xmlns:table:1.0")).ToList();

        Assert.Equal(["=1+1", "4", "ab"], cells.Select(cell => cell.Value));
        Assert.Equal(["string", "float", "string"], cells.Select(cell => cell.Attribute(XName.Get("value-type", "urn:oasis:names:tc:opendocument:xmlns:office:1.0"))!.Value));
        Assert.DoesNotContain(cells[0].Attributes(), attribute => attribute.Name.LocalName == "formula");
    }

    private async Task<JsonElement> Json(string url) => JsonDocument.Parse(await (await hub.As("tom")).Http.GetStringAsync(url, TestContext.Current.CancellationToken)).RootElement;

    private static JsonElement Of(JsonElement figures, string level, string month) => figures.EnumerateArray().Single(figure => Text(figure, "level") == level && Text(figure, "month") == month);

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString()!;

    private static XDocument Read(ZipArchiveEntry entry)
    {
        using var stream = entry.Open();
        return XDocument.Load(stream);
    }
}
