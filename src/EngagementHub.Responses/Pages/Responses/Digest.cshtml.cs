using EngagementHub.Core.Text;
using EngagementHub.Core.Ui;
using EngagementHub.Responses.Boards;
using EngagementHub.Responses.Digests;
using EngagementHub.Responses.Promises;
using EngagementHub.Responses.Questions;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace EngagementHub.Responses.Pages.Responses;

internal sealed class DigestModel(HubDb db, ScopeDesk desk, BoardShelf boards, DigestPress press, Quotation quotation) : DigestForm(desk)
{
    private List<Digest> _kept = [];
    private Board _now = null!;
    private IDbContextTransaction? _transaction;

    /// <summary>Which digest the form is about: a second click, or Back, publishes nothing twice.</summary>
    [BindProperty]
    public Guid? DigestId { get; set; }

    /// <summary>The mark of what the person saw.</summary>
    [BindProperty]
    public string? Stamp { get; set; }

    /// <summary>Up to which comments the person saw the preview.</summary>
    [BindProperty]
    public string? Until { get; set; }

    /// <summary>Whether the person has seen what goes out and to whom.</summary>
    [BindProperty]
    public bool Confirmed { get; set; }

    /// <summary>Whether the page asks once more instead of showing the form.</summary>
    public bool Asks { get; private set; }

    private Digest? Draft => _kept.Find(d => d.PublishedAt is null);

    private Digest? Published => _kept.Find(d => d.Id == DigestId && d.PublishedAt is not null);

    /// <summary>The mark of what the page shows.</summary>
    public string Current { get; private set; } = "";

    public Guid ShownId => Draft?.Id ?? (Published is null ? DigestId : null) ?? Guid.NewGuid();

    public DigestMaterial Material { get; private set; } = null!;

    public Board Board => Material.Board;

    /// <summary>A preview of fewer letters stands open; a longer one is unfolded when somebody wants to read it.</summary>
    public const int ShortPreview = 4000;

    public IReadOnlyList<DigestSection> Preview => new DigestText(Material, Desk.Me).Write(IsRoundUp, Opening?.Trim() ?? "", Quoted);

    /// <summary>The answers that go out with it.</summary>
    public IReadOnlyList<Question> Answering => [.. Material.Questions.Where(q => q.Ready is not null)];

    /// <summary>The promises that everybody sees from then on.</summary>
    public IReadOnlyList<Promise> Promising => [.. Material.Promises.Where(p => p.MadeAt is null && Answering.Any(q => q.Ready!.Id == p.MadeOn.Id)).OrderBy(p => p.Due)];

    public string Readers => Desk.ReadersInWords;

    public int AnswersReady => Answering.Count;

    public int AnswersUncleared => Material.Questions.Count(q => q.WaitsForClearance);

    /// <summary>How many arrived after the preview the person saw.</summary>
    public int Since => _now.Comments.Count - Board.Comments.Count;

    public string SeenNow => SeenUntil.Of(Board);

    /// <summary>The comments that may be quoted, by theme; anonymous ones only where their writers could not be known.</summary>
    public IEnumerable<Choice> QuoteChoices => Board.Themes.SelectMany(t => Board.In(t.Id).Where(c => c.CountedUnder == t.Id && Quoting.IsFair(Board, c, t.Id))
        .Select(c => new Choice(c.Comment.Id.ToString(), $"{t.Title}: {c.Comment.Name}", PlainText.Excerpt(c.Comment.Text, 200))));

    public Task<string> HtmlOfAsync(DigestSection section) => quotation.InAsync(PostText.ToHtml(section.Markdown), HttpContext.RequestAborted);

    public string NameOf(StaffId who) => Material.People.GetValueOrDefault(who)?.Name ?? "you";

    public void OnGet() => Fill(Draft);

    public async Task<IActionResult> OnPostAsync()
    {
        if (Published is { } published)
        {
            return ReadIt(published);
        }

        if (!IsAccepted(Digest.Begin(Scope.Subject, Desk.Me), Board))
        {
            return Page();
        }

        Compose();
        await SaveAsync();

        this.Notify("The digest is kept. Only those who sort see it. The preview below is what will be published.");
        return Redirect($"{BoardUrl}/digest");
    }

    /// <summary>Writes the opening from the record, into the form and nowhere else.</summary>
    public IActionResult OnPostDraft(string of)
    {
        var record = new RecordText(Material, Desk.Now, Desk.Today);
        Opening = of == "round-up" ? record.RoundUp() : record.Summary();
        DigestKind = of == "round-up" ? "round-up" : "digest";
        Title = string.IsNullOrWhiteSpace(Title) ? of == "round-up" ? "Round-up" : "What you have asked so far" : Title;
        ModelState.Clear();
        return Page();
    }

    /// <summary>Back from the question to the form, with what was typed.</summary>
    public PageResult OnPostChange() => Page();

    public async Task<IActionResult> OnPostPublishAsync()
    {
        if (Published is { } published)
        {
            return ReadIt(published);
        }

        if (!IsAccepted(Digest.Begin(Scope.Subject, Desk.Me), Board))
        {
            return Page();
        }

        if (Stamp != Current)
        {
            return Overtaken();
        }

        var digest = Compose();
        if (!Confirmed)
        {
            Digest.RefuseUnlessComplete(Board);
            Asks = true;
            return Page();
        }

        await press.PublishAsync(digest, Material, Desk.Me, (Desk.Now, Desk.Today));
        await SaveAsync();

        this.Notify($"The digest is published with {Core.Time.Say.Count(AnswersPublished(digest), "answer")}. Everybody can read it.{(Since > 0 ? $" {Core.Time.Say.Count(Since, "comment")} arrived after the preview and {(Since == 1 ? "stands" : "stand")} on the board since publication." : "")}");
        return Redirect(digest.Url!);
    }

    protected override async Task<bool> LoadAsync()
    {
        // What is checked, shown and published is one reading.
        _transaction = HttpMethods.IsPost(Request.Method) ? await db.Database.BeginTransactionAsync(HttpContext.RequestAborted) : null;
        _now = await boards.WithWordsAsync(Scope, HttpContext.RequestAborted);
        Material = await press.GatherAsync(Scope.Subject, SeenUntil.Only(_now, HttpMethods.IsPost(Request.Method) ? Until : null));
        _kept = await db.Digests.Where(d => d.Scope == Scope.Subject).ToListAsync(HttpContext.RequestAborted);
        Current = DigestStamp.Of(Material, _kept);
        return true;
    }

    private RedirectResult ReadIt(Digest published)
    {
        this.Notify("This digest is published already. Nothing was published twice.");
        return Redirect(published.Url!);
    }

    private PageResult Overtaken()
    {
        ModelState.AddModelError("", "Something in this digest changed after you saw the preview: a comment, a theme, an answer or a promise. Nothing is published. Read the preview as it is now and publish again");
        Material = Material with { Board = _now };
        Current = DigestStamp.Of(Material, _kept);
        var page = Page();
        page.StatusCode = StatusCodes.Status409Conflict;
        return page;
    }

    private int AnswersPublished(Digest digest) => Material.Questions.Count(q => q.Current?.PublishedAt == digest.PublishedAt);

    private Digest Compose()
    {
        var digest = Draft ?? Digest.Begin(Scope.Subject, Desk.Me, DigestId);
        WriteInto(digest, Board);
        if (Draft is null)
        {
            db.Digests.Add(digest);
            _kept.Add(digest);
        }

        return digest;
    }

    // Two publications of one digest meet at its key: the second person is told, not shown a failure.
    private async Task SaveAsync()
    {
        try
        {
            await db.SaveChangesAsync();
            await _transaction!.CommitAsync();
        }
        catch (DbUpdateException e) when (e is not DbUpdateConcurrencyException && db.ChangeTracker.Entries<Digest>().Any(d => d.State == EntityState.Added))
        {
            throw new DbUpdateConcurrencyException(e.Message, e);
        }
    }
}
