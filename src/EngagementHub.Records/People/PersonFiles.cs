using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using EngagementHub.Core.Time;
using EngagementHub.Core.Web;
using Microsoft.Extensions.Options;

namespace EngagementHub.Records.People;

/// <summary>Everything that is kept about a person, as they are given it: a page to read and the same as data.</summary>
internal sealed class PersonFiles(HubDb db, Erasure erasure, IOptions<HubOptions> hub)
{
    public const string AboutAnonymous =
        "Comments that were written without a name are not in here, whoever wrote them. Nothing in the hub's record says who wrote one, so none can be looked up by a name: not to answer this request, and not for anybody else. " +
        "Where a discussion withheld names, a sealed name can be opened by two people together only, on stated grounds and for one comment; that was not done for this. " +
        "Whoever wrote without a name can look up each comment with the code that was shown then.";

    private static readonly JsonSerializerOptions Options = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public async Task<byte[]> ZipAsync(StaffCard person, DateTimeOffset now, CancellationToken cancellation)
    {
        var day = now.DayIn(hub.Value.Zone);
        List<(HeldRecord Record, IReadOnlyList<JsonObject> Found)> held = [];
        foreach (var record in erasure.Records)
        {
            held.Add((record, await record.ReadAsync(db, person, cancellation)));
        }

        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            await AddAsync(zip, "what-is-kept.html", Html(person, day, held), now);
            await AddAsync(zip, "what-is-kept.json", Json(person, day, held), now);
        }

        return bytes.ToArray();
    }

    private static async Task AddAsync(ZipArchive zip, string name, string text, DateTimeOffset now)
    {
        var entry = zip.CreateEntry(name);
        entry.LastWriteTime = now.UtcDateTime;
        await using var writer = new StreamWriter(await entry.OpenAsync(), new UTF8Encoding(false));
        await writer.WriteAsync(text);
    }

    private static string Json(StaffCard person, DateOnly day, List<(HeldRecord Record, IReadOnlyList<JsonObject> Found)> held) => new JsonObject
    {
        ["format"] = "engagementhub.person/1",
        ["person"] = person.Name,
        ["madeOn"] = day.ToString("O", System.Globalization.CultureInfo.InvariantCulture),
        ["aboutCommentsWithoutAName"] = AboutAnonymous,
        ["kept"] = new JsonArray([.. held.Select(h => (JsonNode)new JsonObject { ["what"] = h.Record.Title, ["records"] = new JsonArray([.. h.Found.Select(f => f.DeepClone())]) })]),
    }.ToJsonString(Options);

    private string Html(StaffCard person, DateOnly day, List<(HeldRecord Record, IReadOnlyList<JsonObject> Found)> held)
    {
        var html = new StringBuilder($"""
            <!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'"><title>What {Safe(hub.Value.Name)} keeps about {Safe(person.Name)}</title>
            <style>body{"{font:1rem/1.5 system-ui,sans-serif;max-width:44rem;margin:2rem auto;padding:0 1rem;overflow-wrap:anywhere}dl{border-top:1px solid #888;padding-top:.5rem}dt{font-weight:bold}dd{margin:0 0 .4rem;white-space:pre-line}"}</style></head><body>
            <h1>What {Safe(hub.Value.Name)} keeps about {Safe(person.Name)}</h1><p>Made on {Say.Day(day)}.</p><h2>Comments without a name</h2><p>{Safe(AboutAnonymous)}</p>
            <p>Numbers such as 3f2a… name other records and other people; the hub does not tell who they are here. The file beside this page holds the same for programmes, numbers in full. Texts may name other people: they are as you or they wrote them. Mail that has left, and logs of your network, are not in the hub.</p>
            """);
        foreach (var (record, found) in held)
        {
            html.Append("<h2>").Append(Safe(record.Title)).Append("</h2><p>").Append(found.Count == 0 ? "Nothing is kept." : $"{Say.Count(found.Count, "record")}.").Append("</p>");
            found.ToList().ForEach(one => Write(html, one));
        }

        return html.Append("</body></html>\n").ToString();
    }

    private void Write(StringBuilder html, JsonObject record)
    {
        html.Append("<dl>");
        foreach (var (name, value) in KeptWords.Of(record, hub.Value.Zone))
        {
            html.Append("<dt>").Append(Safe(name)).Append("</dt><dd>").Append(Safe(value)).Append("</dd>");
        }

        html.Append("</dl>");
    }

    private static string Safe(string text) => WebUtility.HtmlEncode(text);
}
