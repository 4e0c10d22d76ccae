using EngagementHub.Plans.Plans;
using EngagementHub.Plans.Readings;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EngagementHub.Plans.Reviews;

/// <summary>A light-touch assessment of a plan, once a year, by somebody who does not own it.</summary>
internal sealed class Review : Entity
{
    public const int EveryMonths = 12;

    private Review(Guid id)
        : base(id)
    {
    }

    public Guid Plan { get; private set; }

    public DateOnly Day { get; private set; }

    public Rag Rag { get; private set; }

    /// <summary>What was found.</summary>
    public string Findings { get; private set; } = "";

    /// <summary>What the plan's owner is asked to do.</summary>
    public string Next { get; private set; } = "";

    public StaffId By { get; private set; }

    public DateTimeOffset At { get; private set; }

    public static Review Of(Plan plan, (Rag Rag, string? Findings, string? Next) said, Act act, Guid? id = null)
    {
        plan.RefuseUnlessRunning();
        if (act.By == plan.Owner)
        {
            throw new BrokenRuleException("A plan is assessed by somebody else than its owner");
        }

        var review = new Review(id ?? Guid.NewGuid())
        {
            Plan = plan.Id,
            Day = act.Day,
            Rag = said.Rag,
            Findings = Stated.OrRefused(said.Findings, Stated.Text, "Say what was found", "Findings"),
            Next = Stated.OrRefused(said.Next, Stated.Text, "Say what is asked of the plan's owner", "Next"),
            By = act.By,
            At = act.At,
        };
        review.Raise(new PlanReviewed(plan.Id, review.Rag.Word(), review.Findings, act.By, act.At));
        return review;
    }

    /// <summary>By which day the next assessment is due: a year after the last, or after the plan was adopted.</summary>
    public static DateOnly? NextDue(Plan plan, IEnumerable<Review> before) =>
        plan.AdoptedDay is { } adopted && plan.ClosedAt is null ? before.Select(r => r.Day).Append(adopted).Max().AddMonths(EveryMonths) : null;
}

internal sealed class ReviewMap : IEntityTypeConfiguration<Review>
{
    public void Configure(EntityTypeBuilder<Review> review)
    {
        review.ToTable("plans_reviews");
        review.HasOne<Plan>().WithMany().HasForeignKey(r => r.Plan);
        review.Property(r => r.Findings).HasMaxLength(Stated.Text);
        review.Property(r => r.Next).HasMaxLength(Stated.Text);
    }
}

/// <summary>A plan was assessed.</summary>
/// <param name="Plan">The plan.</param>
/// <param name="Point">The point given, in words.</param>
/// <param name="Findings">What was found.</param>
/// <param name="By">Who assessed it.</param>
/// <param name="At">UTC instant.</param>
public sealed record PlanReviewed(Guid Plan, string Point, string Findings, StaffId By, DateTimeOffset At) : IAudited
{
    /// <inheritdoc/>
    public AuditLine ToAudit() => new(By, At, "plans.plan.reviewed", new SubjectRef(PlansModule.PlanKind, Plan), $"{Point}: {Findings}");
}
