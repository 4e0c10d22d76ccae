using EngagementHub.Core.Time;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EngagementHub.Conversation.Codes;

/// <summary>The code of conduct as it is in force from one day until the next version's first day.</summary>
internal sealed class CodeVersion : Entity
{
    private readonly List<Clause> _clauses = [];

    private CodeVersion(Guid id, int major, int minor, DateOnly inForceFrom, string introduction)
        : base(id) => (Major, Minor, InForceFrom, Introduction) = (major, minor, inForceFrom, introduction);

    public int Major { get; private set; }

    public int Minor { get; private set; }

    public DateOnly InForceFrom { get; private set; }

    public string Introduction { get; private set; }

    public IReadOnlyList<Clause> Clauses => [.. _clauses.OrderBy(c => c.Number)];

    public string Name => $"{Major}.{Minor}";

    public static CodeVersion Publish(int major, int minor, DateOnly inForceFrom, string introduction, IReadOnlyList<Clause> clauses, DateTimeOffset at, StaffId? by = null)
    {
        if (clauses.Count == 0 || !clauses.Select(c => c.Number).Order().SequenceEqual(Enumerable.Range(1, clauses.Count)))
        {
            throw new BrokenRuleException("Number the clauses of the code of conduct 1, 2, 3 and so on, without a gap");
        }

        var version = new CodeVersion(IdOf(major, minor), major, minor, inForceFrom, introduction);
        version._clauses.AddRange(clauses);
        version.Raise(new CodePublished(version, by, at));
        return version;
    }

    public static Guid IdOf(int major, int minor) => StableId.From($"code-of-conduct/{major}.{minor}");

    public Clause Clause(int? number) =>
        _clauses.FirstOrDefault(c => c.Number == number) ?? throw new BrokenRuleException($"Choose a clause of version {Name} of the code of conduct", "Clause");
}

/// <summary>A version of the code of conduct was published, by a person or by a recipe, which names nobody.</summary>
internal sealed record CodePublished(CodeVersion Version, StaffId? By, DateTimeOffset At) : IAudited
{
    public AuditLine ToAudit() => new(By, At, "conversation.code.published", new SubjectRef("conversation.code", Version.Id), $"Version {Version.Name}, in force from {Say.Day(Version.InForceFrom)}");
}

/// <summary>One numbered rule of a version.</summary>
internal sealed record Clause(int Number, string Title, string Text)
{
    public string Heading => $"{Number} {Title}";
}

internal sealed class CodeVersionMap : IEntityTypeConfiguration<CodeVersion>
{
    public void Configure(EntityTypeBuilder<CodeVersion> version)
    {
        version.ToTable("conversation_code_versions");
        version.HasIndex(v => new { v.Major, v.Minor }).IsUnique();
        version.Ignore(v => v.Clauses);
        version.OwnsMany<Clause>("_clauses", clause =>
        {
            clause.ToTable("conversation_clauses");
            clause.WithOwner().HasForeignKey("CodeVersionId");
            clause.HasKey("CodeVersionId", nameof(Codes.Clause.Number));
            clause.Property(c => c.Number).ValueGeneratedNever();
            clause.Property(c => c.Title).HasMaxLength(200);
        });
    }
}
