using Microsoft.EntityFrameworkCore;

namespace EngagementHub.Plans.Plans;

/// <summary>Plans, actions, measures and programmes, as other modules may speak of them.</summary>
internal sealed class PlanSubjects(HubDb db) : IDescribeSubject
{
    public bool Knows(string kind) => kind is PlansModule.PlanKind or PlansModule.ActionKind or PlansModule.MeasureKind or PlansModule.ProgrammeKind or PlansModule.BenefitKind;

    public async Task<SubjectCard?> DescribeAsync(SubjectRef subject, CancellationToken cancellation = default)
    {
        var (plans, programmes) = (db.Plans, db.Programmes);
        return subject.Kind switch
        {
            PlansModule.PlanKind => await plans.Where(p => p.Id == subject.Id).Select(p => new SubjectCard(p.Title, "/plans/" + p.Slug)).FirstOrDefaultAsync(cancellation),
            PlansModule.ActionKind => await db.PlannedActions.Where(a => a.Id == subject.Id).Select(a => new SubjectCard(a.Title, $"/plans/actions/{a.Id}")).FirstOrDefaultAsync(cancellation),
            PlansModule.MeasureKind => await db.PlanMeasures.Where(m => m.Id == subject.Id).Select(m => new SubjectCard(m.Name, $"/plans/measures/{m.Id}")).FirstOrDefaultAsync(cancellation),
            PlansModule.ProgrammeKind => await programmes.Where(p => p.Id == subject.Id).Select(p => new SubjectCard(p.Title, "/benefits/" + p.Slug)).FirstOrDefaultAsync(cancellation),
            _ => await db.Benefits.Where(b => b.Id == subject.Id).Join(programmes, b => b.Programme, p => p.Id, (b, p) => new SubjectCard(b.Title, "/benefits/" + p.Slug + "/" + b.Number)).FirstOrDefaultAsync(cancellation),
        };
    }
}
