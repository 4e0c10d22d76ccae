using EngagementHub.Blogging.Handover;
using EngagementHub.Blogging.Hosting;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.Blogging.Recipes;

/// <summary>
/// Handover notes as they were made; nobody is told. After the steps that bring questions and promises:
/// <c>{ "name": "Handovers", "Handovers": [{ "Period": "hr-2007", "Words": "…", "By": "head-of-hr", "MadeUtc": "…Z",
/// "Items": [{ "Item": "responses.promise/p1", "Holder": "head-of-hr", "Due": "2007-05-11", "DecidedBy": "office", "DecidedUtc": "…Z", "Because": "…" }] }] }</c>.
/// With <c>Because</c> an item was declined, without it it was taken over; without <c>DecidedBy</c> it still waits.
/// </summary>
internal sealed class HandoversStep(HubDb db, IStaffDirectory directory, IHandoverItems? items = null) : IRecipeStep
{
    public string Name => "Handovers";

    public async Task ApplyAsync(RecipeStep step, CancellationToken cancellation)
    {
        foreach (var node in step.Body["Handovers"].Items())
        {
            var id = StableId.From(node["Period"].Text());
            if (await db.HostingPeriods.FindAsync([id], cancellation) is not { } period)
            {
                throw node["Period"].Refuse($"there is no hosting period '{node["Period"].Text()}'; the step HostingPeriods must come before");
            }

            if (!await db.HandoverNotes.AnyAsync(n => n.PeriodId == id, cancellation))
            {
                db.HandoverNotes.Add(await RecallAsync(node, period, cancellation));
            }
        }
    }

    private async Task<HandoverNote> RecallAsync(RecipeNode node, HostingPeriod period, CancellationToken cancellation)
    {
        List<HandoverLine> lines = [];
        foreach (var item in node.ItemsOf("Items"))
        {
            lines.Add(await LineAsync(item, period.Id, lines.Count, cancellation));
        }

        var by = node.Find("By") is { } sayer ? (await directory.PersonAsync(sayer, cancellation)).Id : period.Host;
        return HandoverNote.Recall(period.Id, (node.TextOr("Words", ""), by), node["MadeUtc"].Instant(), lines);
    }

    private async Task<HandoverLine> LineAsync(RecipeNode node, Guid period, int place, CancellationToken cancellation)
    {
        var name = node["Item"].Text();
        var item = new SubjectRef(name.Split('/')[0], StableId.From(name));
        if (items is null || !(await items.ReadAsync([item], cancellation)).TryGetValue(item, out var found))
        {
            throw node["Item"].Refuse($"there is no '{name}'; write responses.question/KEY or responses.promise/KEY, and the steps that bring them before");
        }

        StaffId? holder = node.Find("Holder") is { } who ? (await directory.PersonAsync(who, cancellation)).Id : null;
        var line = HandoverLine.Recall(period, (item, found.Kind, place), holder, node.Find("Due")?.Day());
        if (node.Find("DecidedBy") is { } decider)
        {
            var decision = new HandoverDecision(item, holder, (await directory.PersonAsync(decider, cancellation)).Id, node["DecidedUtc"].Instant(), node.Find("Because")?.Text());
            line.Recall(decision);
            await items.RecallAsync(decision, cancellation);
        }

        return line;
    }
}
