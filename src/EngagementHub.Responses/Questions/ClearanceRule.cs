using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EngagementHub.Responses.Questions;

/// <summary>Whether all answers of a blog are cleared by a second person. Until somebody says so, each question says for itself.</summary>
internal sealed class ClearanceRule : Entity
{
    private ClearanceRule(string blog) => Blog = blog;

    public string Blog { get; private set; }

    public bool Always { get; private set; }

    public static ClearanceRule For(string blog) => new(blog);

    public void Say(bool always, SubjectRef scope, StaffId by, DateTimeOffset at)
    {
        if (always != Always)
        {
            Always = always;
            Raise(new ClearanceRuleSaid(scope, Blog, always, by, at));
        }
    }
}

internal sealed class ClearanceRuleMap : IEntityTypeConfiguration<ClearanceRule>
{
    public void Configure(EntityTypeBuilder<ClearanceRule> rule)
    {
        rule.ToTable("responses_clearance_rules");
        rule.Property(r => r.Blog).HasMaxLength(100);
        rule.HasIndex(r => r.Blog).IsUnique();
    }
}
