using EngagementHub.Conversation.Comments;
using EngagementHub.Conversation.Moderation;
using EngagementHub.Core.Time;
using EngagementHub.Core.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace EngagementHub.Conversation.Pages.Moderation;

/// <summary>Everything that was done about one comment, and what goes beyond deciding it: undoing, taking it over, giving an opinion.</summary>
internal sealed class HistoryModel(HubDb db, Desk desk) : DecisionPage(db, desk)
{
    private Guid? _undoable;

    [BindProperty]
    public string? Opinion { get; set; }

    public IReadOnlyList<HistoryLine> Lines { get; private set; } = [];

    public Consultation? AskedOfMe { get; private set; }

    public Guid? Undoable => _undoable;

    public bool IsMine => Case.Claim is { } claim && claim.IsInForce(Ruling.At) && claim.By == Ruling.By;

    public bool IsAnothers => Case.Claim?.KeepsFrom(Ruling.By, Ruling.At) == true;

    /// <summary>Whether the moderator has no part in the comment, so may keep it or choose who decides it.</summary>
    public bool IsImpartial => Case.Impartiality.WhyNot(Comment) is null;

    protected override bool WithDecisions => true;

    public async Task<IActionResult> OnPostUndoAsync(Guid decision)
    {
        Comment.Undo(decision, Ruling);
        return await SaveAsync($"The decision on comment #{Comment.Number} is undone. It stands as it stood before; the history keeps both.", canUndo: false);
    }

    public async Task<IActionResult> OnPostClaimAsync(bool release)
    {
        if (!release)
        {
            Case.Impartiality.MustLetDecide(Comment);
            Claim.Take(Db, Case, Ruling);
        }
        else if (IsMine)
        {
            Db.Claims.Remove(Case.Claim!);
        }

        await Db.SaveChangesAsync();
        this.Notify(release ? $"Comment #{Comment.Number} is free for other moderators." : $"Comment #{Comment.Number} is kept for you until {Say.Time(Ruling.At + Claim.Lasts, Discussion.Zone)}.");
        return RedirectToPage();
    }

    public async Task<IActionResult> OnPostOpinionAsync()
    {
        if (AskedOfMe is not { } asked)
        {
            throw new BrokenRuleException("Nobody waits for your opinion on this comment");
        }

        asked.Give(Opinion, Ruling);
        await Db.SaveChangesAsync();
        this.Notify("Your opinion is in the history, and your colleague is told.");
        return RedirectToPage();
    }

    protected override async Task PrepareAsync()
    {
        var consultations = await Db.Consultations.Where(c => c.CommentId == Comment.Id).ToListAsync();
        AskedOfMe = consultations.Find(c => c.WaitsForAnswer && c.Of == Ruling.By);
        var undone = Comment.Decisions.Select(d => d.Undoes).ToHashSet();
        _undoable = Comment.Decisions.LastOrDefault(d => d is { Before: not null } && !undone.Contains(d.Id)) is { } last && last.By == Ruling.By && Ruling.At < last.At + Decision.Fresh ? last.Id : null;
        Lines = await HistoryLine.LoadAsync(Db, HttpContext.RequestServices.GetRequiredService<IStaffDirectory>(), Case, consultations);
    }
}
