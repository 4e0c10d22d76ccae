using EngagementHub.Conversation.Codes;

namespace EngagementHub.Conversation.Recipes;

/// <summary>
/// <c>{ "name": "CodeOfConduct", "Versions": [{ "Version": "1.0", "InForceFrom": "2007-01-15", "Introduction": "…",
/// "Clauses": [{ "Number": 1, "Title": "Be civil", "Text": "…" }] }] }</c>. A version that is there already stays as it is.
/// </summary>
internal sealed class CodeOfConductRecipeStep(HubDb db, TimeProvider clock) : IRecipeStep
{
    public string Name => "CodeOfConduct";

    public async Task ApplyAsync(RecipeStep step, CancellationToken cancellation)
    {
        foreach (var item in step.Body["Versions"].Items())
        {
            var (major, minor) = Figures(item["Version"]);
            if (await db.CodeVersions.FindAsync([CodeVersion.IdOf(major, minor)], cancellation) is null)
            {
                var clauses = item["Clauses"].Items().Select(c => new Clause(c["Number"].Number(), c["Title"].Text(), c["Text"].Text())).ToList();
                db.CodeVersions.Add(CodeVersion.Publish(major, minor, item["InForceFrom"].Day(), item.TextOr("Introduction", ""), clauses, clock.GetUtcNow()));
            }
        }
    }

    private static (int Major, int Minor) Figures(RecipeNode version)
    {
        var parts = version.Text().Split('.');
        return parts.Length == 2 && int.TryParse(parts[0], out var major) && int.TryParse(parts[1], out var minor) && major > 0 && minor >= 0
            ? (major, minor)
            : throw version.Refuse($"'{version.Text()}' is not a version; write it as 1.0");
    }
}
