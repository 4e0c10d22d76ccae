using EngagementHub.Conversation;
using EngagementHub.Core.Ui;
using EngagementHub.Core.Web;
using EngagementHub.Responses.Boards;
using EngagementHub.Responses.Digests;
using Microsoft.AspNetCore.Mvc;

namespace EngagementHub.Responses.Pages.Responses;

/// <summary>What a host says of a digest: its words, whom it quotes, and on what terms it may be commented on.</summary>
internal abstract class DigestForm(ScopeDesk desk) : SortersPage(desk)
{
    [BindProperty]
    public string? Title { get; set; }

    [BindProperty]
    public string? Standfirst { get; set; }

    [BindProperty]
    public string? Opening { get; set; }

    /// <summary>Comments whose own words stand in their theme.</summary>
    [BindProperty]
    public List<string>? Quotes { get; set; }

    [BindProperty]
    public string DigestKind { get; set; } = "digest";

    [BindProperty]
    public string Moderation { get; set; } = "before";

    [BindProperty]
    public Anonymity Anonymity { get; set; }

    [BindProperty, System.ComponentModel.DataAnnotations.Display(Name = "day comments close")]
    public DateOnly? ClosesOn { get; set; }

    public IReadOnlyList<Choice> Moderations { get; } = [new("before", "Before readers see it"), new("after", "After it is shown")];

    public IReadOnlyList<Choice> Levels { get; } =
    [
        new(nameof(Anonymity.NotRecorded), "It is not stored", "Nothing that is stored ties one comment to another or leads to who wrote it."),
        new(nameof(Anonymity.KeptTogether), "It is not stored, and one person’s comments carry one number", "Until 30 days after comments close a key could tell who wrote; then it is destroyed. Needs a last day."),
        new(nameof(Anonymity.NameWithheld), "It is stored encrypted", "Two people together can open it, on stated grounds; every opening is counted in public."),
        new(nameof(Anonymity.Named), "Every comment carries its writer’s name"),
    ];

    public IEnumerable<Choice> Kinds { get; } =
    [
        new("digest", "A digest", "New answers and what is still outstanding"),
        new("round-up", "The round-up", "Every question and answer of the period"),
    ];

    protected bool IsRoundUp => DigestKind == "round-up";

    protected List<Guid> Quoted => [.. (Quotes ?? []).Select(q => Guid.TryParse(q, out var comment) ? comment : Guid.Empty)];

    /// <summary>Shows what was kept.</summary>
    protected void Fill(Digest? draft)
    {
        if (draft is not null)
        {
            (Title, Standfirst, DigestKind) = (draft.Title, draft.Standfirst, draft.IsRoundUp ? "round-up" : "digest");
            (Opening, Quotes) = (draft.Opening, [.. draft.Quotes.Select(q => q.ToString())]);
        }

        Moderation = draft?.PreModerated == false ? "after" : "before";
        (Anonymity, ClosesOn) = (draft?.Anonymity ?? Anonymity.NotRecorded, draft?.CommentsCloseOn);
    }

    /// <summary>Writes what was typed into the digest.</summary>
    /// <exception cref="BrokenRuleException">Comments would close before today, or the digest refuses something of it.</exception>
    protected void WriteInto(Digest digest, Board board)
    {
        BrokenRules.RefuseAll(Rules(digest, board));
    }

    /// <summary>The same where fields could not be read: everything is looked at, and nothing is kept.</summary>
    protected bool IsAccepted(Digest digest, Board board) => ModelState.IsValid || this.Accepts(Rules(digest, board));

    private IReadOnlyList<Action> Rules(Digest digest, Board board) =>
    [
        () => digest.Compose(Title, Standfirst, IsRoundUp),
        RefuseClosingBefore,
        () => digest.Open(Opening),
        () => digest.Quote(board, Quoted),
        () => digest.InviteComments(Moderation != "after", Anonymity, ClosesOn),
    ];

    private void RefuseClosingBefore()
    {
        if (ClosesOn < Desk.Today)
        {
            throw new BrokenRuleException("Comments must close today or later", nameof(ClosesOn));
        }
    }
}
