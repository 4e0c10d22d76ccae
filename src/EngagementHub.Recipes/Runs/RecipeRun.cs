using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EngagementHub.Recipes.Runs;

/// <summary>A recipe was applied: which, when, by whom. Kept, never edited.</summary>
[Unseen]
internal sealed class RecipeRun : Entity
{
    private RecipeRun(string name, string file, string sha256, int steps, StaffId? by, DateTimeOffset at) =>
        (Name, File, Sha256, Steps, By, At) = (name, file, sha256, steps, by, at);

    public string Name { get; private set; }

    public string File { get; private set; }

    public string Sha256 { get; private set; }

    public int Steps { get; private set; }

    public StaffId? By { get; private set; }

    public DateTimeOffset At { get; private set; }

    public static RecipeRun Of(Recipe recipe, StaffId? by, DateTimeOffset at)
    {
        var run = new RecipeRun(recipe.Name, recipe.File, recipe.Sha256, recipe.Steps.Count, by, at);
        run.Raise(new RecipeApplied(run.Id, recipe.Name, by, at));
        return run;
    }
}

internal sealed record RecipeApplied(Guid Run, string Name, StaffId? By, DateTimeOffset At) : IAudited
{
    public AuditLine ToAudit() => new(By, At, "recipes.recipe.applied", new SubjectRef("recipes.run", Run), Name);
}

internal sealed class RecipeRunMap : IEntityTypeConfiguration<RecipeRun>
{
    public void Configure(EntityTypeBuilder<RecipeRun> run)
    {
        run.ToTable("recipes_runs");
        run.Property(r => r.Name).HasMaxLength(200);
        run.Property(r => r.File).HasMaxLength(260);
        run.Property(r => r.Sha256).HasMaxLength(64);
    }
}
