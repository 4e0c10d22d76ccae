using Microsoft.EntityFrameworkCore;

namespace EngagementHub.Conversation.Codes;

/// <summary>All versions of the code of conduct, and which of them is in force when.</summary>
internal sealed class CodeHistory(IReadOnlyList<CodeVersion> versions)
{
    public IReadOnlyList<CodeVersion> Versions { get; } = [.. versions.OrderByDescending(v => v.InForceFrom).ThenByDescending(v => v.Major).ThenByDescending(v => v.Minor)];

    public static async Task<CodeHistory> LoadAsync(HubDb db, CancellationToken cancellation = default) =>
        new(await db.CodeVersions.AsNoTracking().AsSingleQuery().ToListAsync(cancellation));

    public CodeVersion? InForceOn(DateOnly day) => Versions.FirstOrDefault(v => v.InForceFrom <= day);

    public CodeVersion MustBeInForceOn(DateOnly day) => InForceOn(day)
        ?? throw new BrokenRuleException("No code of conduct is in force yet. Comments can be written once it is");

    public CodeVersion Of(Guid id) => Versions.Single(v => v.Id == id);

    /// <summary>A person is asked again only when the first figure of the version changes.</summary>
    public bool MustAsk(CodeVersion inForce, IReadOnlyCollection<Guid> accepted) =>
        !Versions.Any(v => v.Major == inForce.Major && accepted.Contains(v.Id));
}
