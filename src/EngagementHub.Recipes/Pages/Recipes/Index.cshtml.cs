using EngagementHub.Core.Ui;
using EngagementHub.Core.Web;
using EngagementHub.Recipes.Runs;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace EngagementHub.Recipes.Pages.Recipes;

internal sealed class IndexModel(HubDb db, RecipeRunner runner, ICurrentStaff staff, IHostEnvironment environment, IOptions<HubOptions> hub) : PageModel
{
    public string Zone => hub.Value.Zone;

    public IReadOnlyList<(string File, Recipe? Recipe, string? Problem)> Shelf { get; private set; } = [];

    public IReadOnlyList<RecipeRun> Runs { get; private set; } = [];

    private string Folder => Path.Combine(environment.ContentRootPath, "content-recipes");

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        Shelf = Directory.Exists(Folder) ? [.. Directory.EnumerateFiles(Folder, "*.recipe.json").Order().Select(Open)] : [];
        Runs = await db.RecipeRuns.AsNoTracking().OrderByDescending(r => r.At).ToListAsync();
        await next();
    }

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(string file)
    {
        if (Shelf.FirstOrDefault(s => s.File == file) is not { Recipe: { } recipe })
        {
            throw new BrokenRuleException("Choose one of the recipes on this page");
        }

        try
        {
            await runner.ApplyAsync(recipe, staff.Id, _ => { });
        }
        catch (RecipeException e)
        {
            throw new BrokenRuleException($"{e.Message}. Nothing was changed");
        }

        this.Notify($"{recipe.DisplayName} was applied: {recipe.Steps.Count} steps.");
        return RedirectToPage();
    }

    private static (string File, Recipe? Recipe, string? Problem) Open(string path)
    {
        try
        {
            return (Path.GetFileName(path), Recipe.Read(path), null);
        }
        catch (RecipeException e)
        {
            return (Path.GetFileName(path), null, e.Message);
        }
    }
}
