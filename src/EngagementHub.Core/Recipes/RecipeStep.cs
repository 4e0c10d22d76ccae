namespace EngagementHub.Core.Recipes;

/// <summary>A step of a recipe, ready to be applied.</summary>
/// <param name="Body">The step's JSON object.</param>
/// <param name="Folder">The folder of the recipe file: what a step names by path lies below it.</param>
/// <param name="At">UTC instant of the run.</param>
public sealed record RecipeStep(RecipeNode Body, string Folder, DateTimeOffset At)
{
    /// <summary>The full path of a file the step names.</summary>
    /// <exception cref="RecipeException">The file is not there, or lies outside the recipe's folder.</exception>
    public string FileAt(RecipeNode name)
    {
        var root = Path.GetFullPath(Folder) + Path.DirectorySeparatorChar;
        var path = Path.GetFullPath(Path.Combine(root, name.Text()));
        if (!path.StartsWith(root, StringComparison.Ordinal))
        {
            throw name.Refuse("the file must lie in the recipe's folder");
        }

        return File.Exists(path) ? path : throw name.Refuse($"there is no file '{name.Text()}' beside the recipe");
    }
}

/// <summary>Applies one kind of recipe step. Applying the same step twice must change nothing the second time.</summary>
public interface IRecipeStep
{
    /// <summary>The step's name, compared without case, as Orchard Core does.</summary>
    string Name { get; }

    /// <summary>Adds what the step describes to the current unit of work. The runner saves after each step.</summary>
    /// <exception cref="RecipeException">The step says something this module does not understand.</exception>
    Task ApplyAsync(RecipeStep step, CancellationToken cancellation);
}

/// <summary>Imports one content type of Orchard Core's <c>content</c> step.</summary>
public interface IContentType
{
    /// <summary>The content type, as in <c>BlogPost</c>.</summary>
    string ContentType { get; }

    /// <summary>Adds the item to the current unit of work, or brings the one with the same <c>ContentItemId</c> up to date.</summary>
    /// <exception cref="RecipeException">The item says something this module does not understand.</exception>
    Task ImportAsync(RecipeNode item, RecipeStep step, CancellationToken cancellation);
}
