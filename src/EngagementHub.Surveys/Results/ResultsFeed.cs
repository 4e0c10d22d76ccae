using System.Security.Cryptography;
using EngagementHub.Core.Time;
using EngagementHub.Core.Web;
using EngagementHub.Surveys.Surveys;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Net.Http.Headers;

namespace EngagementHub.Surveys.Results;

/// <summary>Results as they are published, newest first, as Atom (RFC 4287): how many answered and what was said in answer. The figures stand on the page that each entry leads to.</summary>
internal static class ResultsFeed
{
    private const int Entries = 50;
    private static readonly Guid Id = StableId.From("surveys.feed");

    public static async Task<IResult> AnswerAsync(HttpContext http, HubDb db)
    {
        var published = await db.Surveys.AsNoTracking().Where(s => s.RespondedAt != null).OrderByDescending(s => s.RespondedAt).Take(Entries).ToListAsync(http.RequestAborted);
        var bytes = await WriteAsync(published, $"{http.Request.Scheme}://{http.Request.Host}{http.Request.PathBase}");
        http.Response.Headers.CacheControl = "private, no-cache";
        return TypedResults.File(bytes, AtomXml.ContentType, entityTag: new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(bytes))}\""));
    }

    private static async Task<byte[]> WriteAsync(List<Survey> published, string site)
    {
        using var bytes = new MemoryStream();
        await using var xml = AtomXml.Begin(bytes);
        xml.WriteStartElement("feed", AtomXml.Namespace);
        xml.WriteAtom("id", $"urn:uuid:{Id}");
        xml.WriteAtom("title", "Results of pulse checks");
        xml.WriteAtom("updated", published.Count == 0 ? DateTimeOffset.UnixEpoch : published[0].RespondedAt!.Value);
        xml.WriteAtomLink("self", $"{site}/surveys/feed");
        xml.WriteAtomLink("alternate", $"{site}/surveys");
        xml.WriteAtomAuthor("Pulse checks");
        foreach (var survey in published)
        {
            xml.WriteStartElement("entry", AtomXml.Namespace);
            xml.WriteAtom("id", $"urn:uuid:{survey.Id}");
            xml.WriteAtom("title", $"{survey.Title}: results");
            xml.WriteAtom("updated", survey.RespondedAt!.Value);
            xml.WriteAtomLink("alternate", $"{site}/surveys/{survey.Id}/results");
            xml.WriteAtom("summary", $"{Answered(survey)} {survey.Response}");
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
        await xml.FlushAsync();
        return bytes.ToArray();
    }

    // How few they were is not said where nothing is shown.
    private static string Answered(Survey survey) => survey.IsShown ? $"{survey.Answered} of {Say.Count(survey.Asked, "person", "people")} answered." : "Too few answered for anything to be shown.";
}
