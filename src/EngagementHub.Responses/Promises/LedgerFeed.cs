using System.Security.Cryptography;
using System.Xml;
using EngagementHub.Core.Time;
using EngagementHub.Core.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace EngagementHub.Responses.Promises;

/// <summary>What changed last in the ledger, as Atom (RFC 4287), with the same filters as the page.</summary>
internal static class LedgerFeed
{
    private const int Entries = 50;
    private static readonly Guid Id = StableId.From("responses.ledger");

    public static async Task<IResult> AnswerAsync(HttpContext http, Ledger ledger, [AsParameters] LedgerFilter filter)
    {
        var site = $"{http.Request.Scheme}://{http.Request.Host}{http.Request.PathBase}";
        List<LedgerLine> lines = [.. (await ledger.ReadAsync(http.RequestAborted)).Where(filter.Takes).OrderByDescending(l => l.ChangedAt).ThenBy(l => l.Id).Take(Entries)];
        var bytes = await WriteAsync(lines, site, http.Request.QueryString.Value ?? "");
        http.Response.Headers.CacheControl = "private, no-cache";
        // A name or a wording may change without its promise, so what is sent is known by its mark alone.
        return Results.File(bytes, AtomXml.ContentType, entityTag: new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(bytes))}\""));
    }

    private static async Task<byte[]> WriteAsync(List<LedgerLine> lines, string site, string query)
    {
        using var bytes = new MemoryStream();
        await using var xml = AtomXml.Begin(bytes);
        xml.WriteStartElement("feed", AtomXml.Namespace);
        xml.WriteAtom("id", $"urn:uuid:{Id}");
        xml.WriteAtom("title", "What was promised");
        xml.WriteAtom("subtitle", "You said, we did, we will not because");
        xml.WriteAtom("updated", lines.Count == 0 ? DateTimeOffset.UnixEpoch : lines[0].ChangedAt);
        xml.WriteAtomLink("self", $"{site}/promises/feed{query}");
        xml.WriteAtomLink("alternate", $"{site}/promises{query}");
        lines.ForEach(line => WriteEntry(xml, line, site));
        xml.WriteEndElement();
        await xml.FlushAsync();
        return bytes.ToArray();
    }

    private static void WriteEntry(XmlWriter xml, LedgerLine line, string site)
    {
        xml.WriteStartElement("entry", AtomXml.Namespace);
        xml.WriteAtom("id", $"urn:uuid:{line.Id}");
        xml.WriteAtom("title", $"{line.Word}: {line.What}");
        xml.WriteAtom("published", line.MadeAt);
        xml.WriteAtom("updated", line.ChangedAt);
        xml.WriteAtomLink("alternate", site + line.Url);
        xml.WriteAtomAuthor(line.OwnerName);
        xml.WriteAtom("summary", string.Join(" ", Sentences(line)));
        xml.WriteEndElement();
    }

    // No ages: they grow by themselves, and an entry that changes every day is read every day.
    private static IEnumerable<string> Sentences(LedgerLine line)
    {
        if (line.Asked is { } asked)
        {
            yield return $"You said: {asked}.";
        }

        if (line.Due is { } due)
        {
            yield return $"Due {Say.Day(due)}{string.Concat(line.Slips.Select(s => $", was due {Say.Day(s.From)}"))}.";
        }

        if ((line.KeptText ?? line.Because) is { } said)
        {
            yield return line.State == LedgerState.Kept ? $"We did: {said}" : $"We will not, because {said}";
        }
    }
}
