using EngagementHub.Core.Time;
using EngagementHub.Core.Ui;
using EngagementHub.Responses.Boards;
using Microsoft.AspNetCore.Mvc;

namespace EngagementHub.Responses.Pages.Responses;

internal sealed class UndoModel(ScopeDesk desk, Mover mover) : SortersPage(desk)
{
    /// <summary>The move the person saw: a second click takes back nothing else.</summary>
    [BindProperty]
    public Guid Seen { get; set; }

    public Move? Move { get; private set; }

    public string Zone => Desk.Zone;

    public async Task<IActionResult> OnPostAsync()
    {
        if (Move is null || Move.Id != Seen)
        {
            throw new BrokenRuleException("That move is taken back already, or you have moved other comments since");
        }

        var (back, of) = await mover.UndoAsync(Move, Desk.Me, Desk.Now);

        this.Notify(back == of ? $"{Say.Count(back, "comment")} went back to where {(back == 1 ? "it was" : "they were")}." : $"{back} of {Say.Count(of, "comment")} went back. The others were sorted again since, or their theme is gone.");
        return Redirect(BoardUrl);
    }

    protected override async Task<bool> LoadAsync()
    {
        Move = await mover.LastAsync(Scope.Subject, Desk.Me);
        return true;
    }
}
