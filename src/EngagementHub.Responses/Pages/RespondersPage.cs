using EngagementHub.Responses.Questions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.Responses.Pages;

/// <summary>A page about one question, for those who may answer in its conversation.</summary>
internal abstract class RespondersPage(HubDb db, ScopeDesk desk) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    /// <summary>The version of the question the person saw.</summary>
    [BindProperty]
    public int Seen { get; set; }

    /// <summary>The version the page shows; what fails to save does not raise it.</summary>
    public int Shown { get; private set; }

    public Question Question { get; private set; } = null!;

    public ResponseScope Scope { get; private set; } = null!;

    public bool MaySort { get; private set; }

    public string AnswerUrl => $"/responses/questions/{Id}/answer";

    protected HubDb Db => db;

    protected ScopeDesk Desk => desk;

    /// <summary>Whether the person may do this, beyond answering.</summary>
    protected virtual bool IsAllowed => true;

    protected virtual Task LoadAsync() => Task.CompletedTask;

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (await db.Questions.FirstOrDefaultAsync(q => q.Id == Id) is not { } question || await desk.FindAsync(question.Scope) is not { } scope)
        {
            context.Result = NotFound();
            return;
        }

        (Question, Scope, MaySort, Shown) = (question, scope, await desk.MaySortAsync(scope.Subject), question.Version);
        if (!(MaySort || await desk.MayAnswerAsync(scope.Subject)) || !IsAllowed)
        {
            context.Result = Forbid();
            return;
        }

        await LoadAsync();
        await next();
    }

    protected void RefuseOvertaken()
    {
        if (Seen != Question.Version)
        {
            throw new BrokenRuleException("Somebody changed this question or its answer after you opened the page. Nothing was done. Look at it as it is now");
        }
    }
}
