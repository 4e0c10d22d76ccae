using EngagementHub.Core.Text;
using EngagementHub.Core.Ui;
using EngagementHub.Responses.Boards;
using EngagementHub.Responses.Digests;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.Responses.Pages.Responses;

internal sealed class DigestModel(HubDb db, ScopeDesk desk, BoardShelf boards, DigestPress press, Quotation quotation) : SortersPage(desk)
{
    private Digest? _draft;

    [BindProperty]
    public string? Title { get; set; }

    [BindProperty]
    public string? Standfirst { get; set; }

    [BindProperty]
    public string DigestKind { get; set; } = "digest";

    public IEnumerable<Choice> Kinds { get; } =
    [
        new("digest", "A digest", "New answers and what is still outstanding"),
        new("round-up", "The round-up", "Every question and answer of the period"),
    ];

    public DigestMaterial Material { get; private set; } = null!;

    public Board Board => Material.Board;

    public IReadOnlyList<DigestSection> Preview => new DigestText(Material, Desk.Me).Write(DigestKind == "round-up");

    public int AnswersReady => Material.Questions.Count(q => q.Draft is not null);

    public Task<string> HtmlOfAsync(DigestSection section) => quotation.InAsync(PostText.ToHtml(section.Markdown), HttpContext.RequestAborted);

    public string NameOf(StaffId who) => Material.People.GetValueOrDefault(who)?.Name ?? "you";

    public void OnGet()
    {
        if (_draft is { } draft)
        {
            (Title, Standfirst, DigestKind) = (draft.Title, draft.Standfirst, draft.IsRoundUp ? "round-up" : "digest");
        }
    }

    public async Task<IActionResult> OnPostAsync()
    {
        Compose();
        await db.SaveChangesAsync();

        this.Notify("The digest is kept. Only those who sort see it. The preview below is what will be published.");
        return Redirect($"{BoardUrl}/digest");
    }

    public async Task<IActionResult> OnPostPublishAsync()
    {
        var digest = Compose();
        await press.PublishAsync(digest, Material, Desk.Me, (Desk.Now, Desk.Today));
        await db.SaveChangesAsync();

        this.Notify($"The digest is published with {Core.Time.Say.Count(AnswersPublished(digest), "answer")}. Everybody can read it.");
        return Redirect(digest.Url!);
    }

    protected override async Task<bool> LoadAsync()
    {
        Material = await press.GatherAsync(Scope.Subject, await boards.OfAsync(Scope));
        _draft = await db.Digests.FirstOrDefaultAsync(d => d.Scope == Scope.Subject && d.PublishedAt == null);
        return true;
    }

    private int AnswersPublished(Digest digest) => Material.Questions.Count(q => q.Current?.PublishedAt == digest.PublishedAt);

    private Digest Compose()
    {
        var digest = _draft ?? Digest.Begin(Scope.Subject, Desk.Me);
        digest.Compose(Title, Standfirst, DigestKind == "round-up");
        if (_draft is null)
        {
            db.Digests.Add(digest);
        }

        return digest;
    }
}
