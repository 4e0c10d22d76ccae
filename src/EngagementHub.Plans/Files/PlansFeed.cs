using System.Security.Cryptography;
using EngagementHub.Core.Web;
using EngagementHub.Plans.Plans;
using EngagementHub.Plans.Readings;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Net.Http.Headers;

namespace EngagementHub.Plans.Files;

/// <summary>What changed in plans, newest first, as Atom (RFC 4287). Every change is an entry of its own, with its reason.</summary>
internal static class PlansFeed
{
    private const int Entries = 50;
    private static readonly Guid Id = StableId.From("plans.feed");

    public static async Task<IResult> AnswerAsync(HttpContext http, HubDb db, PlansDesk desk)
    {
        var now = desk.Now;
        var plans = await db.Plans.AsNoTracking().Where(p => p.AdoptedAt <= now).ToListAsync(http.RequestAborted);
        var ids = plans.ConvertAll(p => p.Id);
        var actions = (await db.PlannedActions.AsNoTracking().Where(a => ids.Contains(a.Plan)).ToListAsync(http.RequestAborted)).ToLookup(a => a.Plan);
        List<Change> changes = [.. plans.SelectMany(p => OfPlan(p).Concat(actions[p.Id].SelectMany(a => OfAction(a, p)))).Where(c => c.At <= now).OrderByDescending(c => c.At).ThenBy(c => c.Title, StringComparer.Ordinal).Take(Entries)];
        var bytes = await WriteAsync(changes, $"{http.Request.Scheme}://{http.Request.Host}{http.Request.PathBase}");
        http.Response.Headers.CacheControl = "private, no-cache";
        return Results.File(bytes, AtomXml.ContentType, entityTag: new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(bytes))}\""));
    }

    private static IEnumerable<Change> OfPlan(Plan plan)
    {
        var url = $"/plans/{plan.Slug}";
        yield return new(plan.AdoptedAt!.Value, $"Adopted: {plan.Title}", plan.Purpose, url);
        if (plan.ClosedAt is { } closed)
        {
            yield return new(closed, $"Closed: {plan.Title}", plan.ClosedBecause!, url);
        }

        foreach (var milestone in plan.Milestones.Where(m => m.FrozenAt is not null))
        {
            yield return new(milestone.FrozenAt!.Value, $"After {milestone.Months} months: {plan.Title}", Snapshot.Read(milestone.Snapshot!).InWords, $"{url}/milestones/{milestone.Months}");
        }

        foreach (var revision in plan.Revisions)
        {
            yield return new(revision.At, $"Revision {revision.Number}: {plan.Title}", $"{revision.Was} – now: {revision.Is}. {revision.Because}", $"{url}#revisions");
        }
    }

    private static IEnumerable<Change> OfAction(PlannedAction action, Plan plan)
    {
        var url = $"/plans/actions/{action.Id}";
        foreach (var word in action.Words)
        {
            yield return new(word.At, $"{word.Rag.Word()} ({(word.Side == Side.Owner ? "owner" : "reviewer")}): {action.Title}", word.Because, url);
        }

        foreach (var slip in action.Slips)
        {
            yield return new(slip.At, $"Moved to {Say.ShortDay(slip.To)}: {action.Title}", $"Was due on {Say.ShortDay(slip.From)}. {slip.Because}", url);
        }

        if (action.DoneAt is { } done)
        {
            yield return new(done, $"Done: {action.Title}", action.DoneText!, url);
        }

        if (action.DroppedAt is { } dropped)
        {
            yield return new(dropped, $"Dropped: {action.Title}", $"{plan.Title}. {action.DroppedBecause}", url);
        }
    }

    private static async Task<byte[]> WriteAsync(List<Change> changes, string site)
    {
        using var bytes = new MemoryStream();
        await using var xml = AtomXml.Begin(bytes);
        xml.WriteStartElement("feed", AtomXml.Namespace);
        xml.WriteAtom("id", $"urn:uuid:{Id}");
        xml.WriteAtom("title", "What changed in plans");
        xml.WriteAtom("updated", changes.Count == 0 ? DateTimeOffset.UnixEpoch : changes[0].At);
        xml.WriteAtomLink("self", $"{site}/plans/feed");
        xml.WriteAtomLink("alternate", $"{site}/plans");
        xml.WriteAtomAuthor("Plans");
        foreach (var change in changes)
        {
            xml.WriteStartElement("entry", AtomXml.Namespace);
            xml.WriteAtom("id", $"urn:uuid:{StableId.From($"plans.feed/{change.Url}/{change.Title}/{change.At.UtcTicks}")}");
            xml.WriteAtom("title", change.Title);
            xml.WriteAtom("updated", change.At);
            xml.WriteAtomLink("alternate", site + change.Url);
            xml.WriteAtom("summary", change.Summary);
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
        await xml.FlushAsync();
        return bytes.ToArray();
    }

    private sealed record Change(DateTimeOffset At, string Title, string Summary, string Url);
}
