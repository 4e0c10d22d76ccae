using System.ComponentModel.DataAnnotations;
using EngagementHub.Core.Ui;
using EngagementHub.Responses.Promises;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.Responses.Pages.Promises;

internal sealed class MakeModel(HubDb db, ScopeDesk desk, Pledging pledging, MakeModel.Surroundings around) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? On { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? What { get; set; }

    [BindProperty]
    public Guid? Owner { get; set; }

    [BindProperty, Display(Name = "day by which it is kept")]
    public DateOnly? Due { get; set; }

    [BindProperty]
    public string? Evidence { get; set; }

    [BindProperty]
    public string? Level { get; set; }

    public PledgePlace Place { get; private set; } = null!;

    public SubjectCard? Source { get; private set; }

    public IEnumerable<SelectListItem> Owners { get; private set; } = [];

    public IEnumerable<SelectListItem> Levels { get; private set; } = [];

    public void OnGet() => Owner = Place.Answer?.By.Value ?? desk.Me.Value;

    public async Task<IActionResult> OnPostAsync()
    {
        var rules = new BrokenRules();
        var level = await rules.KeepAsync(() => around.ChosenAsync(Level));
        // A level that is refused would have shown it kept: nothing else is asked for besides.
        var pledge = new Pledge(What, string.IsNullOrWhiteSpace(Evidence) ? level?.Title ?? Level : Evidence, Owner is { } owner ? new StaffId(owner) : null, Due) { Level = level?.Level };
        var promise = rules.Keep(() => Promise.Mark(pledge, (Place.On, Place.Scope), desk.Me));
        await rules.KeepAsync(async () => pledge.Owner is not { } named || await around.KnowsAsync(named));
        await rules.KeepAsync(() => IsSaidOnceAsync(What ?? ""));
        rules.Look(() => Promise.RefuseDueOutside(promise?.What, Due, desk.Today));
        rules.Refuse();
        if (Place.IsPublished)
        {
            promise.Make(desk.Me, desk.Now, desk.Today);
            await around.Notices.MadeAsync(promise, desk.Me);
        }

        else
        {
            Place.Question!.Mark();
        }

        db.Promises.Add(promise);
        await db.SaveChangesAsync();
        return Done(promise);
    }

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (!SubjectRef.TryParse(On, out var on) || await pledging.FindAsync(on) is not { } place)
        {
            context.Result = NotFound();
            return;
        }

        if (!await pledging.MayMarkAsync(place))
        {
            context.Result = Forbid();
            return;
        }

        (Place, Source, Owners, Levels) = (place, await around.Subjects.DescribeAsync(on), await around.OwnersAsync(), await around.LevelsAsync());
        await next();
    }

    // A promise nobody made is worse than none; one made once is counted once.
    private async Task<bool> IsSaidOnceAsync(string what)
    {
        if ((Place.Answer?.Text ?? await around.TextAsync(Place.On)) is { } text && !Sentence.StandsIn(text, what))
        {
            throw new BrokenRuleException("These words do not stand in the text. Copy the sentence as it was written", nameof(What));
        }

        var on = Place.On;
        var marked = await db.Promises.AsNoTracking().Where(p => p.MadeOn == on).Select(p => p.What).ToListAsync();
        return !marked.Exists(known => Sentence.IsTheSame(known, what)) ? true
            : throw new BrokenRuleException("This sentence is marked as a promise already", nameof(What));
    }

    private RedirectResult Done(Promise promise)
    {
        this.Notify(Place.IsPublished ? "The promise is made. Everybody sees it in the list of promises." : "The promise is marked. It goes out with the answer, when the digest is published.");
        return Redirect(Place.IsPublished ? $"/promises/{promise.Id}" : $"/responses/questions/{Place.Question!.Id}/answer");
    }

    internal sealed record Surroundings(IStaffDirectory Directory, Subjects Subjects, PromiseNotices Notices, IEnumerable<ITellText> Texts, IFigures? Figures = null)
    {
        public async Task<IEnumerable<SelectListItem>> LevelsAsync() =>
            Figures is null ? [] : (await Figures.ChoicesAsync()).Select(c => new SelectListItem($"{c.Title} ({c.Promise})", c.Level.ToString()));

        public async Task<SubjectRef?> LevelAsync(string? typed) => (await ChosenAsync(typed))?.Level;

        public async Task<FigureChoice?> ChosenAsync(string? typed) => string.IsNullOrEmpty(typed)
            ? null
            : (Figures is null ? [] : await Figures.ChoicesAsync()).FirstOrDefault(c => c.Level.ToString() == typed) ?? throw new BrokenRuleException("Choose a service level from the list", "Level");

        public async Task<IEnumerable<SelectListItem>> OwnersAsync() =>
            (await Directory.AllAsync()).Select(c => new SelectListItem($"{c.Name}, {c.Title}", c.Id.ToString()));

        public async Task<string?> TextAsync(SubjectRef on) => Texts.FirstOrDefault(t => t.Knows(on.Kind)) is { } known ? await known.TextAsync(on) : null;

        /// <exception cref="BrokenRuleException">It is nobody who works here.</exception>
        public async Task<bool> KnowsAsync(StaffId owner) => await Directory.FindAsync(owner) is { IsActive: true } ? true
            : throw new BrokenRuleException("Choose somebody who works here", nameof(Owner));
    }
}
