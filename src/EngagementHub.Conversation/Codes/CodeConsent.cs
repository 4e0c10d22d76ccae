using Microsoft.EntityFrameworkCore;

namespace EngagementHub.Conversation.Codes;

/// <summary>Whether a person still has to accept the code of conduct that is in force.</summary>
internal sealed class CodeConsent
{
    public CodeVersion? Code { get; private init; }

    public bool IsMissing { get; private set; }

    public static async Task<CodeConsent> LoadAsync(HubDb db, StaffId? who, DateOnly today)
    {
        var codes = await CodeHistory.LoadAsync(db);
        if (codes.InForceOn(today) is not { } code)
        {
            return new CodeConsent();
        }

        var accepted = await db.Acceptances.Where(a => a.Who == who).Select(a => a.CodeVersionId).ToListAsync();
        return new CodeConsent { Code = code, IsMissing = codes.MustAsk(code, accepted) };
    }

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
