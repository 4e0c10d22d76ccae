using EngagementHub.Conversation.Codes;
using EngagementHub.Conversation.Moderation;
using EngagementHub.Core.Time;
using EngagementHub.Core.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace EngagementHub.Conversation.Pages.Moderation;

/// <summary>A comment chosen for an act on several, as it was seen.</summary>
internal sealed record Chosen(OpenCase Case, int Seen, string? WhyNot)
{
    public string Name => $"#{Case.Comment.Number} on {Case.Discussion.Title}, {Case.Comment.AuthorLabel}";
}

/// <summary>An act on several comments: first a summary of exactly what will happen, then each by itself, so that one that fails does not stop the others and is told.</summary>
internal sealed class BulkModel(HubDb db, Desk desk, IServiceScopeFactory scopes) : PageModel
{
    public const int Most = 100;

    [BindProperty]
    public string? Act { get; set; }

    [BindProperty]
    public List<string>? Chosen { get; set; }

    [BindProperty]
    public int? Clause { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    public IReadOnlyList<Chosen> Comments { get; private set; } = [];

    public CodeVersion? Code { get; private set; }

    public int Done { get; private set; }

    public IReadOnlyList<string>? Failures { get; private set; }

    public IReadOnlyList<Chosen> Possible => [.. Comments.Where(c => c.WhyNot is null)];

    public IReadOnlyList<Choice> Clauses => Code is null ? [] : [.. Code.Clauses.Select(c => new Choice($"{c.Number}", c.Heading))];

    public string Verb => Act switch
    {
        "decline" => "Decline",
        "hold" => "Set aside",
        _ => "Approve",
    };

    /// <summary>What has happened to those that were done.</summary>
    public string Outcome => Act switch
    {
        "decline" => $"{Say.Count(Done, "comment")} declined",
        "hold" => $"{Say.Count(Done, "comment")} set aside",
        _ => $"{Say.Count(Done, "comment")} approved",
    };

    public bool NeedsReason => Act is "decline" or "hold";

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        Comments = await ChosenAsync();
        Code = Comments.Select(c => c.Case.Code).OrderByDescending(c => c.InForceFrom).FirstOrDefault();
        await next();
    }

    public IActionResult OnGet() => Redirect("/moderation");

    /// <summary>The summary. Changes nothing.</summary>
    public void OnPost()
    {
        if (Comments.Count == 0)
        {
            ModelState.AddModelError("", "Select at least one comment in the queue");
        }
    }

    public async Task<IActionResult> OnPostDoAsync()
    {
        MustBeReasoned();
        List<string> failures = [.. Comments.Where(c => c.WhyNot is not null).Select(c => $"{c.Name}: {c.WhyNot}")];
        foreach (var chosen in Possible)
        {
            if (await WhyFailedAsync(chosen) is { } why)
            {
                failures.Add($"{chosen.Name}: {why}");
            }
            else
            {
                Done++;
            }
        }

        Failures = failures;
        return Page();
    }

    private void MustBeReasoned()
    {
        var rules = new BrokenRules();
        if (Act == "decline")
        {
            rules.Look(() => (Code ?? throw new BrokenRuleException("Select at least one comment in the queue")).Clause(Clause));
        }

        if (NeedsReason)
        {
            rules.Look(() => EngagementHub.Conversation.Moderation.Reason.Required(Reason));
        }

        rules.Refuse();
    }

    // Each in a unit of work of its own.
    private async Task<string?> WhyFailedAsync(Chosen chosen)
    {
        await using var scope = scopes.CreateAsyncScope();
        var own = scope.ServiceProvider.GetRequiredService<Desk>();
        var work = scope.ServiceProvider.GetRequiredService<HubDb>();
        try
        {
            if (await own.OpenAsync(chosen.Case.Comment.Id) is not { } opened || opened.Comment.Version != chosen.Seen)
            {
                return await desk.OvertakenAsync(chosen.Case);
            }

            opened.MustLetDecide(own.Ruling);
            Decide(opened, own.Ruling);
            await work.SaveChangesAsync();
            return null;
        }
        catch (BrokenRuleException broken)
        {
            return broken.Message;
        }
        catch (DbUpdateConcurrencyException)
        {
            return await desk.OvertakenAsync(chosen.Case);
        }
    }

    private void Decide(OpenCase opened, Ruling ruling)
    {
        switch (Act)
        {
            case "decline":
                opened.Comment.Decline(ruling, opened.Code.Clause(Clause), Reason);
                break;
            case "hold":
                opened.Comment.Hold(ruling, Reason);
                break;
            default:
                opened.Comment.Approve(ruling);
                break;
        }
    }

    private async Task<IReadOnlyList<Chosen>> ChosenAsync()
    {
        List<Chosen> found = [];
        foreach (var choice in (Chosen ?? []).Distinct().Take(Most))
        {
            if (choice.Split('/') is [var typed, var version] && Guid.TryParse(typed, out var id) && int.TryParse(version, out var seen) && await desk.OpenAsync(id) is { } opened)
            {
                var why = opened.Comment.Version != seen ? await desk.OvertakenAsync(opened) : opened.WhyNot(desk.Ruling);
                found.Add(new Chosen(opened, seen, why));
            }
        }

        db.ChangeTracker.Clear();
        return found;
    }
}
