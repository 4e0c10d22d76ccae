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

    /// <summary>The version that follows the newest: in substance (people are asked again) or in wording.</summary>
    public CodeVersion Next(bool isMajor, DateOnly inForceFrom, string introduction, IReadOnlyList<Clause> clauses, Moderation.Ruling ruling, DateOnly today)
    {
        if (inForceFrom <= today)
        {
            throw new BrokenRuleException("A version comes into force at the beginning of a day, so tomorrow at the earliest: nobody may find another code than the one they began to write under", "From");
        }

        var newest = Versions.FirstOrDefault();
        if (inForceFrom <= newest?.InForceFrom)
        {
            throw new BrokenRuleException($"Version {newest.Name} comes into force on {Core.Time.Say.Day(newest.InForceFrom)}. Choose a later day", "From");
        }

        if (newest is not null && newest.Introduction == introduction && newest.Clauses.SequenceEqual(clauses))
        {
            throw new BrokenRuleException($"Nothing differs from version {newest.Name}");
        }

        var (major, minor) = newest is null ? (1, 0) : isMajor ? (newest.Major + 1, 0) : (newest.Major, newest.Minor + 1);
        return CodeVersion.Publish(major, minor, inForceFrom, introduction, clauses, ruling.At, ruling.By);
    }
}
