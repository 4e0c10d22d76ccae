using Microsoft.EntityFrameworkCore;

namespace EngagementHub.Responses.Themes;

/// <summary>Two themes of one name cannot be told apart when sorting.</summary>
internal static class ThemeNames
{
    public static async Task RefuseTwiceAsync(HubDb db, Theme theme)
    {
        var (scope, id) = (theme.Scope, theme.Id);
        var titles = await db.Themes.AsNoTracking().Where(t => t.Scope == scope && t.Id != id && t.MergedInto == null).Select(t => t.Title).ToListAsync();
        if (titles.Exists(t => string.Equals(t, theme.Title, StringComparison.OrdinalIgnoreCase)))
        {
            throw new BrokenRuleException($"There is a theme called \"{theme.Title}\" already. Choose another name, or use that one", "Title");
        }
    }
}
