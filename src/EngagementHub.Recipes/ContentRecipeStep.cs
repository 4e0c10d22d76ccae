namespace EngagementHub.Recipes;

/// <summary>Orchard Core's step <c>{ "name": "content", "data": [ { "ContentType": "BlogPost", … } ] }</c>; each content type is imported by the module that owns it.</summary>
internal sealed class ContentRecipeStep(IEnumerable<IContentType> types) : IRecipeStep
{
    public string Name => "content";

    public async Task ApplyAsync(RecipeStep step, CancellationToken cancellation)
    {
        HashSet<string> seen = [];
        foreach (var item in step.Body["data"].Items())
        {
            var type = item["ContentType"];
            var importer = types.FirstOrDefault(t => string.Equals(t.ContentType, type.Text(), StringComparison.OrdinalIgnoreCase))
                ?? throw type.Refuse($"the content type '{type.Text()}' is not known here; known are {string.Join(", ", types.Select(t => t.ContentType))}");

            // As in Orchard Core, a version that stands twice in one file counts once.
            if (item.Find("ContentItemVersionId") is not { } version || seen.Add(version.Text()))
            {
                await importer.ImportAsync(item, step, cancellation);
            }
        }
    }
}
