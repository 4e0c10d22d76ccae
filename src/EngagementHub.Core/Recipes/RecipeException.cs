namespace EngagementHub.Core.Recipes;

/// <summary>A recipe that cannot be read or applied. The message names file, line, column, problem and cure.</summary>
/// <param name="sentence">What is wrong and what would be right.</param>
/// <param name="file">The recipe file's name.</param>
/// <param name="line">Line, from 1.</param>
/// <param name="column">Column in characters, from 1.</param>
public sealed class RecipeException(string sentence, string file, long line, long column)
    : Exception($"{file}({line},{column}): {sentence}")
{
    /// <summary>Line, from 1.</summary>
    public long Line { get; } = line;

    /// <summary>Column in characters, from 1.</summary>
    public long Column { get; } = column;
}
