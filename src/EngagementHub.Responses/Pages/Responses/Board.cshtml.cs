using EngagementHub.Conversation;
using EngagementHub.Core.Time;
using EngagementHub.Core.Ui;
using EngagementHub.Responses.Boards;
using EngagementHub.Responses.Questions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.Responses.Pages.Responses;

internal sealed class BoardModel(ScopeDesk desk, BoardShelf boards, Sorter sorter, BoardModel.Surroundings around) : SortersPage(desk)
{
    public const string KeysCookie = "hub-board-keys";
    private const int PageSize = 50;

    [BindProperty]
    public List<string>? Comments { get; set; }

    /// <summary>The mark of the whole list, when all of it is moved.</summary>
    [BindProperty]
    public string? All { get; set; }

    [BindProperty]
    public string? To { get; set; }

    [BindProperty]
    public string? Where { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Show { get; set; }

    [BindProperty(SupportsGet = true)]
    public Guid? Post { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Words { get; set; }

    [BindProperty(SupportsGet = true)]
    public bool Unread { get; set; }

    [BindProperty(SupportsGet = true, Name = "p")]
    public int PageNumber { get; set; } = 1;

    /// <summary>The comment whose place in the list is kept: the one behind it comes next.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid? After { get; set; }

    public Board Board { get; private set; } = null!;

    public BoardFilter Filter => new(Show, Post, Words, Unread);

    public IReadOnlyList<Question> Questions { get; private set; } = [];

    public IReadOnlyList<PlacedComment> Listed { get; private set; } = [];

    public int PageCount => Math.Max(1, (Listed.Count + PageSize - 1) / PageSize);

    public Move? LastMove { get; private set; }

    /// <summary>What others decided about the chosen comments since this page was opened.</summary>
    public IReadOnlyList<Overtaken> Overtaken { get; private set; } = [];

    public bool KeysAreOn => Request.Cookies[KeysCookie] != "off";

    public IEnumerable<SelectListItem> Places => Destination.Choices(Board.Themes);

    public IReadOnlyList<SeenComment> Movable => [.. Listed.Where(c => c.Comment.Standing == CommentStanding.Published).Select(c => new SeenComment(c.Comment.Id, c.SortingVersion))];

    public string Mark => BoardFilter.MarkOf(Movable);

    /// <summary>The comments of this page of the list, with their words: nothing else shows any.</summary>
    public Task<IReadOnlyList<PlacedComment>> ShownAsync() => boards.ReadAsync([.. Listed.Skip((PageNumber - 1) * PageSize).Take(PageSize)]);

    public string WordOf(Question question) => question switch
    {
        { WaitsForClearance: true } => "Waits for clearance",
        { Ready: not null } => "Ready for the digest",
        _ when question.IsAnsweredAt(Desk.Now) => "Answered",
        _ when question.IsReopenedAt(Desk.Now) => "Reopened: answer it again",
        _ when question.IsOverdue(Desk.Today) => "Late",
        _ => "No answer yet",
    };

    public string KindOf(Question question) => question.Draft is not null ? "waiting" : question.IsAnsweredAt(Desk.Now) ? "good" : question.IsOverdue(Desk.Today) ? "bad" : "grey";

    public string WhoOf(Question question) => question.IsAnsweredAt(Desk.Now) || question.Responder is not { } who ? ""
        : $" with {around.People.CardOf(who)?.Name ?? "a former member of staff"}{(around.People.CardOf(who)?.IsActive == false ? ", who has left" : "")}{(question.ExpectedBy is { } due ? $", due {Say.ShortDay(due)}" : "")}";

    /// <summary>The comment that whoever works by keys goes on with.</summary>
    public Guid? Next => After is not { } after ? null : Listed.FirstOrDefault(c => Board.IsBehind(c, after))?.Comment.Id;

    public async Task<IActionResult> OnPostAsync()
    {
        var rules = new BrokenRules();
        var chosen = await rules.KeepAsync(ToSortAsync);
        var destination = rules.Keep(() => Destination.Parse(To, Where, Desk.Me, Desk.Now));
        rules.Refuse();
        var concerned = await ConcernedAsync(chosen);
        await RefuseOvertakenAsync(concerned, chosen);
        await sorter.SortAsync(concerned, Scope.Subject, chosen, destination.Place);

        this.Notify($"{Say.Count(chosen.Count, "comment")} sorted. Only those who sort see the board; readers see the counts of the themes.", "Take it back", $"{BoardUrl}/undo");
        return Back(chosen);
    }

    public async Task<IActionResult> OnPostReadAsync()
    {
        var chosen = await ChosenAsync();
        var read = await around.Readings.MarkAsync(await ConcernedAsync(chosen), Scope.Subject, chosen, Desk.Me, Desk.Now);

        this.Notify(read == 0 ? "Those comments were marked as read already." : $"{Say.Count(read, "comment")} marked as read by you. {(read == 1 ? "It stays" : "They stay")} where {(read == 1 ? "it is" : "they are")}.");
        return Back(chosen);
    }

    public IActionResult OnPostKeys(bool on)
    {
        Response.Cookies.Append(KeysCookie, on ? "on" : "off", new() { HttpOnly = true, IsEssential = true, SameSite = Microsoft.AspNetCore.Http.SameSiteMode.Lax, Secure = Request.IsHttps, MaxAge = TimeSpan.FromDays(365), Path = "/" });
        this.Notify(on ? "Single keys are on." : "Single keys are off. You can turn them on again here.");
        return Back([]);
    }

    /// <summary>Reads what the page shows, once. An act that succeeds shows nothing: it reads only the comments that it concerns.</summary>
    public async Task FillAsync()
    {
        if (Board is not null)
        {
            return;
        }

        Board = string.IsNullOrWhiteSpace(Words) ? await boards.OfAsync(Scope) : await boards.WithWordsAsync(Scope);
        Questions = await around.Db.Questions.AsNoTracking().Where(q => q.Scope == Scope.Subject).ToListAsync();
        LastMove = await around.Mover.LastAsync(Scope.Subject, Desk.Me);
        Listed = Filter.Of(Board);
        PageNumber = Math.Clamp(Next is { } next && !Request.Query.ContainsKey("p") ? PageOf(next) : PageNumber, 1, PageCount);
        await around.People.LearnAsync(Questions.Select(q => q.Responder).OfType<StaffId>());
    }

    private int PageOf(Guid comment) => (Listed.TakeWhile(c => c.Comment.Id != comment).Count() / PageSize) + 1;

    private async Task<List<SeenComment>> ToSortAsync() => await ChosenAsync() is { Count: > 0 } chosen ? chosen : throw SeenComment.NoneChosen;

    private async Task<List<SeenComment>> ChosenAsync()
    {
        if (string.IsNullOrEmpty(All))
        {
            return [.. (Comments ?? []).Select(SeenComment.Parse).DistinctBy(c => c.Comment)];
        }

        await FillAsync();
        return All == Mark ? [.. Movable] : throw new BrokenRuleException("This list changed while you were choosing. Nothing was moved. Look at it as it is now and choose again", nameof(All));
    }

    private async Task<Board> ConcernedAsync(List<SeenComment> chosen) => Board ?? await boards.OnlyAsync(Scope, [.. chosen.Select(c => c.Comment)]);

    private async Task RefuseOvertakenAsync(Board concerned, List<SeenComment> chosen)
    {
        Overtaken = await around.Meanwhile.OfAsync(concerned, chosen);
        if (Overtaken.Count > 0)
        {
            var who = Overtaken.All(o => o.Placed.Sorted?.By == Desk.Me) ? "You yourself, in another window," : "Somebody else";
            throw new BrokenRuleException(
                $"{who} sorted {(chosen.Count == 1 ? "this comment" : $"{Overtaken.Count} of these {Say.Count(chosen.Count, "comment")}")} while you were choosing. Nothing was changed. {Overtaken[0].Words}. Choose again whether to move it", nameof(Comments));
        }
    }

    // Whoever works by keys goes on behind what they moved.
    private RedirectResult Back(List<SeenComment> moved)
    {
        var (name, value) = moved.Count == 0 || !string.IsNullOrEmpty(All) ? ("p", $"{PageNumber}") : ("after", $"{moved[0].Comment}");
        return Redirect(value == "1" ? $"{BoardUrl}{Filter.Query}" : $"{BoardUrl}{Filter.Query}{(Filter.Query.Length == 0 ? '?' : '&')}{name}={value}");
    }

    /// <summary>What else the board is made of.</summary>
    internal sealed record Surroundings(HubDb Db, Mover Mover, Meanwhile Meanwhile, Readings Readings, PeopleAndPlaces People);
}
