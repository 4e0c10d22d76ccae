using EngagementHub.Blogging.Reading;
using EngagementHub.Blogging.Recipes;
using Microsoft.AspNetCore.Mvc;

namespace EngagementHub.Blogging.Pages.Blogs;

/// <summary>The blog to take away, for whoever runs it.</summary>
internal sealed class ExportModel(Mastheads mastheads, BlogExport export, PlainFiles files, Rights rights, ICurrentStaff current) : BlogPageModel(mastheads)
{
    public int Posts { get; private set; }

    protected override async Task<IActionResult?> PrepareAsync() => await rights.RunsAsync(Blog, current.Id) ? null : Forbid();

    public async Task OnGetAsync() => Posts = (await export.PostsAsync(Blog, Masthead.Now, HttpContext.RequestAborted)).Count;

    public async Task<IActionResult> OnGetRecipeAsync() =>
        File(await export.RecipeAsync(Blog, Masthead.Now, HttpContext.RequestAborted), "application/json", $"{Blog.Slug}.recipe.json");

    public async Task<IActionResult> OnGetFilesAsync() =>
        File(await files.ZipAsync(Blog, Masthead.Now, HttpContext.RequestAborted), "application/zip", $"{Blog.Slug}.zip");
}
