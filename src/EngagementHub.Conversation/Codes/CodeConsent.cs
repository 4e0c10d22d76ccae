using Microsoft.EntityFrameworkCore;

namespace EngagementHub.Conversation.Codes;

/// <summary>Whether a person still has to accept the code of conduct that is in force.</summary>
internal sealed class CodeConsent
{
    public CodeVersion? Code { get; private init; }

    public bool IsMissing { get; private set; }

    public static async Task<CodeConsent> LoadAsync(HubDb db, StaffId? who, DateOnly today) =>
        Of(await CodeHistory.LoadAsync(db), await AcceptedAsync(db, who), today);

    public static CodeConsent Of(CodeHistory codes, IReadOnlyCollection<Guid> accepted, DateOnly today) =>
        codes.InForceOn(today) is { } code ? new() { Code = code, IsMissing = codes.MustAsk(code, accepted) } : new();

    /// <summary>The versions that somebody has accepted.</summary>
    public static async Task<IReadOnlyCollection<Guid>> AcceptedAsync(HubDb db, StaffId? who) =>
        await db.Acceptances.Where(a => a.Who == who).Select(a => a.CodeVersionId).ToListAsync();

    /// <summary>Records the acceptance, in a request of its own: the comment, if one follows, comes in a later one.</summary>
    public async Task GiveAsync(HubDb db, StaffId who)
    {
        if (!IsMissing || Code is not { } code)
        {
            return;
        }

        db.Acceptances.Add(Acceptance.Of(code, who));
        try
        {
            await db.SaveChangesAsync();
        }
        catch (DbUpdateException)
        {
            // Sent twice at once, the other request was first; anything else is a failure.
            db.ChangeTracker.Clear();
            if (!await db.Acceptances.AnyAsync(a => a.Who == who && a.CodeVersionId == code.Id))
            {
                throw;
            }
        }

        IsMissing = false;
    }
}
