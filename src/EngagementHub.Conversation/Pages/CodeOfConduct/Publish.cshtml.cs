using System.ComponentModel.DataAnnotations;
using EngagementHub.Conversation.Codes;
using EngagementHub.Conversation.Moderation;
using EngagementHub.Core.Text;
using EngagementHub.Core.Time;
using EngagementHub.Core.Ui;
using EngagementHub.Core.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Options;

namespace EngagementHub.Conversation.Pages.CodeOfConduct;

/// <summary>Drafting the next version of the code, looking at what would change, and publishing it from a day on.</summary>
internal sealed class PublishModel(HubDb db, ICurrentStaff staff, TimeProvider clock, IOptions<HubOptions> hub) : PageModel
{
    private const int MostClauses = 40;
    private CodeHistory _codes = new([]);

    [BindProperty]
    public string? Introduction { get; set; }

    [BindProperty]
    public List<DraftClause> Clauses { get; set; } = [];

    [BindProperty]
    public string? Kind { get; set; }

    [BindProperty, Display(Name = "day from which it is in force")]
    public DateOnly? From { get; set; }

    public CodeDifference? Difference { get; private set; }

    public CodeVersion? Newest => _codes.Versions.FirstOrDefault();

    public IReadOnlyList<Choice> Kinds { get; } =
    [
        new("minor", "In wording", "The substance stays. Nobody is asked again."),
        new("major", "In substance", "Everybody is asked to accept it before their next comment."),
    ];

    private IReadOnlyList<Clause> Written =>
        [.. Clauses.Where(c => !string.IsNullOrWhiteSpace(c.Title) || !string.IsNullOrWhiteSpace(c.Text)).Select((c, i) => new Clause(i + 1, c.Title?.Trim() ?? "", c.Text?.Trim() ?? ""))];

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        _codes = await CodeHistory.LoadAsync(db);
        await next();
    }

    public void OnGet()
    {
        Introduction = Newest?.Introduction;
        Clauses = [.. (Newest?.Clauses ?? []).Select(c => new DraftClause { Title = c.Title, Text = c.Text }), new DraftClause()];
    }

    public void OnPostMore()
    {
        if (Clauses.Count < MostClauses)
        {
            Clauses.Add(new DraftClause());
        }
    }

    public void OnPostDifference()
    {
        MustBeComplete();
        if (ModelState.IsValid)
        {
            Difference = CodeDifference.Between(Newest?.Introduction ?? "", Newest?.Clauses ?? [], Introduction ?? "", Written);
        }
    }

    public async Task<IActionResult> OnPostAsync()
    {
        MustBeComplete();
        if (Kind is not ("major" or "minor"))
        {
            ModelState.AddModelError(nameof(Kind), "Choose what kind of change it is");
        }

        if (From is null && ModelState[nameof(From)]?.Errors is not { Count: > 0 })
        {
            ModelState.AddModelError(nameof(From), "Enter the day from which it is in force");
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        var now = clock.GetUtcNow();
        var version = _codes.Next(Kind == "major", From!.Value, Introduction?.Trim() ?? "", Written, new Ruling(staff.Id, now), now.DayIn(hub.Value.Zone));
        db.CodeVersions.Add(version);
        await db.SaveChangesAsync();
        this.Notify($"Version {version.Name} is published. It is in force from {Say.Day(version.InForceFrom)}.", "See what changed", $"/code-of-conduct/changes?to={version.Name}");
        return Redirect("/code-of-conduct");
    }

    private void MustBeComplete()
    {
        for (var i = 0; i < Clauses.Count; i++)
        {
            var (title, text) = (Clauses[i].Title, Clauses[i].Text);
            if (string.IsNullOrWhiteSpace(title) != string.IsNullOrWhiteSpace(text))
            {
                ModelState.AddModelError($"Clauses[{i}].{(string.IsNullOrWhiteSpace(title) ? "Title" : "Text")}", $"Enter the {(string.IsNullOrWhiteSpace(title) ? "title" : "text")} of clause {i + 1}, or empty all of it");
            }

            if (title?.Length > 200 || text?.Length > 2000)
            {
                ModelState.AddModelError($"Clauses[{i}].Text", $"Clause {i + 1}: use 200 characters or fewer for the title and 2,000 for the text");
            }
            else if (text is not null)
            {
                CommentText.ToHtml(text);
            }
        }

        if (Introduction?.Length > 2000)
        {
            ModelState.AddModelError(nameof(Introduction), "Use 2,000 characters or fewer");
        }

        if (Written.Count is 0 or > MostClauses)
        {
            ModelState.AddModelError("", $"A code of conduct has between 1 and {MostClauses} clauses");
        }
    }

    public sealed class DraftClause
    {
        public string? Title { get; set; }

        public string? Text { get; set; }
    }
}
