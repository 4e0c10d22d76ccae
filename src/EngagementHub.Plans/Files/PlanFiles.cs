using System.Text;
using EngagementHub.Core.Text;
using EngagementHub.Plans.Plans;
using EngagementHub.Plans.Readings;
using Microsoft.AspNetCore.Http;

namespace EngagementHub.Plans.Files;

/// <summary>Plans as data that can leave: one line for each action, with its three readings.</summary>
internal static class PlanFiles
{
    private static readonly string[] Columns = ["plan", "kind", "area", "id", "action", "success looks like", "element", "owner", "lead", "begins", "first due", "due", "moved by working days", "state",
        "dates and measure", "because", "owner says", "owner's reading of", "reviewer says", "silent", "worst", "disagree", "causes", "measure", "done", "link"];

    public static async Task<IResult> CsvAsync(PlanReader reader, string? plan, CancellationToken cancellation)
    {
        var text = new StringBuilder(CsvCell.Line(Columns));
        foreach (var view in await ChosenAsync(reader, plan, cancellation))
        {
            foreach (var area in view.Areas)
            {
                text.AppendJoin("", area.Lines.Select(line => CsvCell.Line(Row(view, area.Area, line))));
            }
        }

        return Results.Text(text.ToString(), "text/csv", Encoding.UTF8);
    }

    public static async Task<IResult> JsonAsync(PlanReader reader, string? plan, CancellationToken cancellation) =>
        Results.Json((await ChosenAsync(reader, plan, cancellation)).Select(view => new
        {
            view.Plan.Id,
            view.Plan.Slug,
            Kind = view.Plan.Kind.Word(),
            view.Plan.Title,
            view.Plan.Purpose,
            Owner = view.OwnerName,
            view.Plan.FirstDay,
            view.Plan.AdoptedDay,
            ClosedDay = view.IsClosed ? view.Plan.ClosedDay : null,
            ClosedBecause = view.IsClosed ? view.Plan.ClosedBecause : null,
            Worst = view.Whole.Worst.Word(),
            Counts = view.Whole.Counts.ToDictionary(c => c.Key.Word(), c => c.Value),
            view.Whole.Disagreements,
            view.Overdue,
            Areas = view.Areas.Select(a => new { a.Area.Title, a.Area.Weight, Worst = a.RollUp.Worst.Word(), Actions = a.Lines.Select(l => Told(l, view.AsOf.At)) }),
            Measures = view.Measures.Select(m => new { m.Id, m.Name, m.Unit, m.Baseline, m.BaselineDay, m.BaselineMethod, m.BaselineSource, m.Target, m.TargetDay, m.Failure, Readings = m.Readings.Where(r => r.Day <= view.AsOf.Today && (r.By is null || r.At <= view.AsOf.At)).Select(r => new { r.Day, r.Value, r.Evidence, r.Revision, r.Because }) }),
            Milestones = view.Plan.Milestones.Select(m => new { m.Months, m.FirstDay, m.Day, m.Expected, FrozenAt = m.Day < view.AsOf.Today ? m.FrozenAt : null, Seal = m.Day < view.AsOf.Today ? m.Seal : null, Found = m.Snapshot is { } text && m.Day < view.AsOf.Today ? Snapshot.Read(text) : null }),
            Revisions = view.Plan.Revisions.Where(r => r.At <= view.AsOf.At).Select(r => new { r.Number, r.Months, r.Was, r.Is, r.Because, r.At }),
        }));

    private static async Task<IEnumerable<PlanView>> ChosenAsync(PlanReader reader, string? plan, CancellationToken cancellation) =>
        await reader.AllAsync(plan, cancellation);

    private static object Told(ActionLine line, DateTimeOffset at) => new
    {
        line.Action.Id,
        line.Action.Title,
        line.Action.Success,
        line.Action.Element,
        Owner = line.OwnerName,
        line.Action.Lead,
        line.Action.Begins,
        line.Action.FirstDue,
        line.Due,
        Moved = line.Action.Slips.Where(s => s.At <= at).Select(s => new { s.From, s.To, s.Because }),
        MovedByWorkingDays = line.Slip,
        line.State,
        Computed = line.Standing?.Computed.Rag.Word(),
        line.Standing?.Computed.Because,
        OwnerSays = line.Standing is { OwnersHolds: true } held ? held.Owner!.Rag.Word() : null,
        Said = line.Action.Words.Where(w => w.At <= at).Select(w => new { Side = w.Side == Side.Owner ? "owner" : "reviewer", Point = w.Rag.Word(), w.Because, w.Day }),
        ReviewerSays = line.Standing?.Reviewer?.Rag.Word(),
        Silent = line.Standing?.IsSilent,
        Worst = line.Standing?.Worst.Word(),
        Causes = line.Action.Causes.Select(c => new { Subject = c.Subject.ToString(), c.Words }),
        line.Action.Measure,
        line.DoneDay,
        line.Url,
    };

    private static IEnumerable<object?> Row(PlanView view, Area area, ActionLine line) =>
    [
        view.Plan.Title, view.Plan.Kind.Word(), area.Title, line.Action.Id, line.Action.Title, line.Action.Success, line.Action.Element, line.OwnerName, line.Action.Lead, line.Action.Begins, line.Action.FirstDue, line.Due, line.Slip, line.State,
        line.Standing?.Computed.Rag.Word(), line.Standing?.Computed.Because, line.Standing is { OwnersHolds: true } held ? held.Owner!.Rag.Word() : null, line.Standing?.Owner?.Day, line.Standing?.Reviewer?.Rag.Word(), line.Standing?.IsSilent,
        line.Standing?.Worst.Word(), line.Standing?.Disagrees, string.Join(' ', line.Action.Causes.Select(c => c.Subject)), view.Measures.FirstOrDefault(m => m.Id == line.Action.Measure)?.Name, line.DoneDay, line.Url,
    ];
}
