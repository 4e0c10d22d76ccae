using EngagementHub.Conversation;
using EngagementHub.Responses.Boards;
using EngagementHub.Responses.Themes;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.Responses.Recipes;

/// <summary>
/// <c>{ "name": "Themes", "Scopes": [{ "Period": "hr-2007", "By": "head-of-hr", "At": "2007-04-21T16:00:00Z",
/// "Themes": [{ "Key": "pay", "Title": "Pay policy", "Comments": ["c1"] }], "NotAQuestion": ["c2"], "Redirected": [{ "Comment": "c3", "Where": "…" }], "Outstanding": ["c4"] }] }</c>.
/// </summary>
internal sealed class ThemesRecipeStep(HubDb db, RecipeNames names, IConversation conversation) : IRecipeStep
{
    private readonly Dictionary<Guid, Sorting> _sortings = [];
    private HashSet<Guid> _received = [];

    public string Name => "Themes";

    public async Task ApplyAsync(RecipeStep step, CancellationToken cancellation)
    {
        foreach (var item in step.Body["Scopes"].Items())
        {
            var scope = await names.ScopeAsync(item, "Post");
            _received = [.. (await conversation.OutlineAsync(scope.Discussions, cancellation)).Select(c => c.Id)];
            _sortings.Clear();
            var sorted = await db.Sortings.Where(s => s.Scope == scope.Subject).Select(s => s.Comment).ToListAsync(cancellation);
            await ApplyAsync(item, scope.Subject, sorted.ToHashSet(), cancellation);
        }
    }

    private async Task ApplyAsync(RecipeNode item, SubjectRef scope, HashSet<Guid> sorted, CancellationToken cancellation)
    {
        var act = await names.ActAsync(item, "By", "At");
        Dictionary<Guid, List<Theme>> placed = [];
        foreach (var (node, place) in item.ItemsOf("Themes").Select((n, i) => (n, i)))
        {
            var theme = await ThemeAsync(node, scope, place, act, cancellation);
            foreach (var comment in node.ItemsOf("Comments").Select(Known))
            {
                (placed.TryGetValue(comment, out var themes) ? themes : placed[comment] = []).Add(theme);
            }
        }

        foreach (var (comment, themes) in placed.Where(p => !sorted.Contains(p.Key)))
        {
            Sorted(scope, comment).Into(themes, act.By, act.At);
        }

        SetAside(item, scope, comment => !sorted.Contains(comment), act);
    }

    private void SetAside(RecipeNode item, SubjectRef scope, Func<Guid, bool> isNew, (StaffId By, DateTimeOffset At) act)
    {
        foreach (var node in item.ItemsOf("NotAQuestion").Where(n => isNew(Known(n))))
        {
            Once(node, scope, node).IsNotAQuestion(act.By, act.At);
        }

        foreach (var node in item.ItemsOf("Outstanding").Where(n => isNew(Known(n))))
        {
            Once(node, scope, node).StaysOutstanding(act.By, act.At);
        }

        foreach (var node in item.ItemsOf("Redirected").Where(n => isNew(Known(n["Comment"]))))
        {
            Once(node, scope, node["Comment"]).Redirect(node["Where"].Text(), act.By, act.At);
        }
    }

    private async Task<Theme> ThemeAsync(RecipeNode node, SubjectRef scope, int place, (StaffId By, DateTimeOffset At) act, CancellationToken cancellation)
    {
        var id = RecipeNames.Theme(node["Key"]);
        if (await db.Themes.FirstOrDefaultAsync(t => t.Id == id, cancellation) is { } there)
        {
            return there;
        }

        var made = (node.Find("By") is { } by ? await names.PersonAsync(by) : act.By, node.Find("At")?.Instant() ?? act.At);
        return db.Themes.Add(RecipeNames.Saying(node, () => Theme.Make(scope, node["Title"].Text(), place, made, id))).Entity;
    }

    private Guid Known(RecipeNode key) => _received.Contains(RecipeNames.Comment(key))
        ? RecipeNames.Comment(key)
        : throw key.Refuse($"there is no comment '{key.Text()}' in this scope");

    private Sorting Once(RecipeNode node, SubjectRef scope, RecipeNode key) => _sortings.ContainsKey(RecipeNames.Comment(key))
        ? throw node.Refuse($"'{key.Text()}' stands in two places; a comment has one")
        : Sorted(scope, RecipeNames.Comment(key));

    private Sorting Sorted(SubjectRef scope, Guid comment) => _sortings[comment] = db.Sortings.Add(Sorting.Of(scope, comment)).Entity;
}
