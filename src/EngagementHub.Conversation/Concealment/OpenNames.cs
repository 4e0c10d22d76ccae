using Microsoft.EntityFrameworkCore;

namespace EngagementHub.Conversation.Concealment;

/// <summary>Opens a withheld name once two people agreed, and tells the writer.</summary>
internal sealed class OpenNames(HubDb db, Sealer sealer, INotify notify, IStaffDirectory directory)
{
    public async Task AgreeAsync(Opening opening, StaffId by, DateTimeOffset at)
    {
        var first = opening.AgreedAt is null;
        opening.Agree(by, at);
        if (first)
        {
            // Says of no comment and no discussion that it is the writer's: the notice stands in a table beside the person's name.
            await notify.TellAsync(await WriterAsync(opening), new Notice(
                "Your name was opened on a comment where it was withheld",
                "Two people with the right to do so agreed, and gave their grounds. Look up your comment by its code to read them. Every opening is counted in public.",
                "/comments/receipt",
                "You wrote a comment with your name withheld"));
            await db.SaveChangesAsync();
        }
    }

    public async Task<StaffCard> LookAsync(Opening opening, StaffId by, DateTimeOffset at)
    {
        opening.Look(by, at);
        var writer = await WriterAsync(opening);
        await db.SaveChangesAsync();
        return await directory.FindAsync(writer) ?? new StaffCard(writer, "", "Somebody who has left", "", null, false, []);
    }

    public Task<IReadOnlyDictionary<StaffId, StaffCard>> PeopleAsync(Opening opening) =>
        directory.CardsAsync(new[] { opening.AskedBy, opening.AgreedBy, opening.RefusedBy }.OfType<StaffId>());

    private async Task<StaffId> WriterAsync(Opening opening) =>
        await db.Seals.AsNoTracking().FirstOrDefaultAsync(s => s.CommentId == opening.CommentId) is { } found
            ? sealer.Open(found)
            : throw new BrokenRuleException("The writer took the comment back, and the sealed name was destroyed with it");
}
