using Microsoft.EntityFrameworkCore;

namespace EngagementHub.Blogging.Recipes;

internal sealed class ExportBlogCommand(HubDb db, BlogExport export, PlainFiles files, TimeProvider clock) : IHostCommand
{
    public string Name => "export-blog";

    public string Usage => "SLUG --to FILE";

    public string Description => "writes a blog's published posts: .json a recipe, .zip plain files";

    public async Task<int> RunAsync(IReadOnlyList<string> arguments, TextWriter output, TextWriter errors, CancellationToken cancellation)
    {
        if (arguments is not [var slug, "--to", var path] || Path.GetExtension(path) is not (".json" or ".zip"))
        {
            await errors.WriteLineAsync("export-blog needs a blog's SLUG and a file that ends in .json (a recipe) or .zip (plain files), as in: export-blog permanent-secretary --to blog.recipe.json");
            return 2;
        }

        if (await db.Blogs.FirstOrDefaultAsync(b => b.Slug == slug, cancellation) is not { } blog)
        {
            var all = await db.Blogs.Select(b => b.Slug).ToListAsync(cancellation);
            await errors.WriteLineAsync($"There is no blog '{slug}'; there are {(all.Count == 0 ? "none" : string.Join(", ", all))}");
            return 1;
        }

        var now = clock.GetUtcNow();
        var bytes = Path.GetExtension(path) == ".zip" ? await files.ZipAsync(blog, now, cancellation) : await export.RecipeAsync(blog, now, cancellation);
        return await WriteAsync(path, bytes, output, errors, cancellation);
    }

    private static async Task<int> WriteAsync(string path, byte[] bytes, TextWriter output, TextWriter errors, CancellationToken cancellation)
    {
        try
        {
            await File.WriteAllBytesAsync(path, bytes, cancellation);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            await errors.WriteLineAsync($"'{path}' cannot be written: {e.Message}");
            return 1;
        }

        await output.WriteLineAsync($"Written to {path}: {bytes.Length:N0} bytes");
        return 0;
    }
}
