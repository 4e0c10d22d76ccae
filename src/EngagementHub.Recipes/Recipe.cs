using System.Security.Cryptography;

namespace EngagementHub.Recipes;

/// <summary>A recipe file: a name and a list of steps, in Orchard Core's format.</summary>
internal sealed record Recipe(string Name, string DisplayName, string Description, string File, string Folder, string Sha256, IReadOnlyList<RecipeNode> Steps)
{
    public static Recipe Read(string path)
    {
        var bytes = System.IO.File.ReadAllBytes(path);
        var file = Path.GetFileName(path);
        var root = RecipeNode.Read(bytes, file);
        var name = root["name"].Text();
        return new Recipe(
            name,
            root.TextOr("displayName", name),
            root.TextOr("description", ""),
            file,
            Path.GetDirectoryName(Path.GetFullPath(path))!,
            Convert.ToHexStringLower(SHA256.HashData(bytes)),
            root["steps"].Items());
    }
}
