using System.Text.RegularExpressions;
using EngagementHub.Plans.Measures;
using EngagementHub.Plans.Plans;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.Plans;

/// <summary>Finds the thing behind an address of this site, whichever module owns it, and the actions that a thing has led to.</summary>
internal sealed partial class Links(HubDb db, Subjects subjects, MeasureSources sources, PlansDesk desk)
{
    // What may cause an action. Only names: no module is known here.
    private static readonly string[] Kinds = ["responses.theme", "responses.promise", "responses.question", "conversation.comment", "surveys.question", "surveys.index", "surveys.survey", "servicelevels.level", "servicelevels.service"];

    private IReadOnlyList<Plan>? _running;

    /// <summary>The plans the reader runs, asked for once however many links a page has.</summary>
    public async Task<IReadOnlyList<Plan>> RunningAsync(CancellationToken cancellation = default) => _running ??= await desk.RunningAsync(db, cancellation);

    public static bool MayCause(SubjectRef thing) => Kinds.Contains(thing.Kind);

    public async Task<SubjectRef> FindAsync(string typed, string field, CancellationToken cancellation = default)
    {
        var address = typed.Trim();
        if (SubjectRef.TryParse(address, out var named) && MayCause(named) && await subjects.DescribeAsync(named, cancellation) is not null)
        {
            return named;
        }

        foreach (var id in Identifier().Matches(address).Select(m => Guid.Parse(m.Value)))
        {
            foreach (var kind in Kinds)
            {
                if (await subjects.DescribeAsync(new(kind, id), cancellation) is { } card && PathOf(address) == PathOf(card.Url))
                {
                    return new(kind, id);
                }
            }
        }

        return (await sources.AllAsync(cancellation)).FirstOrDefault(s => PathOf(s.Url) == PathOf(address))?.Subject
            ?? throw new BrokenRuleException("That is no theme, promise, comment, survey question or service level of this site. Copy its address from the top of the browser", field);
    }

    /// <summary>The actions of adopted plans that any of these things caused.</summary>
    public async Task<IReadOnlyList<(PlannedAction Action, Plan Plan)>> LedToAsync(IReadOnlyList<SubjectRef> things, CancellationToken cancellation = default)
    {
        var now = desk.Now;
        var plans = db.Plans.AsNoTracking().Where(p => p.AdoptedAt <= now);
        var found = await db.PlannedActions.AsNoTracking().Where(a => a.Causes.Any(c => things.Contains(c.Subject)))
            .Join(plans, a => a.Plan, p => p.Id, (a, p) => new { Action = a, Plan = p }).ToListAsync(cancellation);
        return [.. found.OrderBy(f => f.Action.Due).Select(f => (f.Action, f.Plan))];
    }

    public async Task<IReadOnlyList<(Cause Cause, SubjectCard? Card)>> CausesAsync(PlannedAction action, CancellationToken cancellation = default)
    {
        List<(Cause, SubjectCard?)> causes = [];
        foreach (var cause in action.Causes)
        {
            causes.Add((cause, await subjects.DescribeAsync(cause.Subject, cancellation)));
        }

        return causes;
    }

    private static string PathOf(string address)
    {
        var path = Uri.TryCreate(address, UriKind.Absolute, out var absolute) && absolute.Scheme is "http" or "https" ? absolute.AbsolutePath : address;
        return path.Split('?', '#')[0].TrimEnd('/').ToUpperInvariant();
    }

    [GeneratedRegex("[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")]
    private static partial Regex Identifier();
}
