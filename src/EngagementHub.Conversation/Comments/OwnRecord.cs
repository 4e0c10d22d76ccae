using EngagementHub.Conversation.Codes;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.Conversation.Comments;

/// <summary>Everything the module knows of a person, for that person. Comments without a name are not in it, because nothing says that they are the person's.</summary>
internal static class OwnRecord
{
    public static async Task<IResult> AnswerAsync(HubDb db, ICurrentStaff staff, CancellationToken cancellation)
    {
        var (who, codes) = (staff.Id, await CodeHistory.LoadAsync(db, cancellation));
        var comments = await db.Comments.AsNoTracking().Include(c => c.Decisions).Where(c => c.Author == who).OrderBy(c => c.Day).ThenBy(c => c.Number).ToListAsync(cancellation);
        var accepted = await db.Acceptances.Where(a => a.Who == who).Select(a => a.CodeVersionId).ToListAsync(cancellation);
        var own = comments.ConvertAll(c => c.Id);
        var appeals = (await db.Appeals.AsNoTracking().Where(a => own.Contains(a.CommentId)).OrderBy(a => a.Day).ToListAsync(cancellation)).ToLookup(a => a.CommentId);
        var flags = await db.Flags.AsNoTracking().Where(f => f.By == who).OrderBy(f => f.At).ToListAsync(cancellation);
        return Results.Json(new
        {
            codeOfConductAccepted = accepted.Select(a => codes.Of(a).Name).Order(StringComparer.Ordinal),
            comments = comments.Select(c => new
            {
                url = c.Url,
                on = $"{c.On}",
                number = c.Number,
                day = c.Day,
                changedOn = c.ChangedOn,
                signedName = c.SignedName,
                signedTitle = c.SignedTitle,
                text = c.Source,
                standing = c.Standing.ToString(),
                codeOfConduct = codes.Of(c.CodeVersionId).Name,
                decisions = c.Decisions.Select(d => new { at = d.At, kind = d.Kind.ToString(), clause = d.Clause, reason = d.Reason, suggestion = d.Suggestion }),
                appeals = appeals[c.Id].Select(a => new { day = a.Day, words = a.Words, outcome = a.Outcome?.ToString(), reason = a.Reason }),
            }),
            flagged = flags.Select(f => new { comment = $"/comments/{f.CommentId}", at = f.At, reason = f.Reason, outcome = f.Outcome?.ToString() }),
            note = "Comments you wrote without your name are not listed: they cannot be found by your name. Look them up by their codes.",
        });
    }
}
