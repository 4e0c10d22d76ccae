using EngagementHub.Responses.Slots;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.Responses.Digests;

/// <summary>Themes in which, as comments stand now, so few people wrote that an anonymous one could be known. Comments are withdrawn, and moved, after a digest is published.</summary>
internal sealed class SmallThemes(HubDb db, IResponseScopes scopes, ReaderThemes themes)
{
    private readonly Dictionary<Guid, bool> _known = [];

    public async Task<bool> IsAsync(Guid theme, CancellationToken cancellation = default)
    {
        if (_known.TryGetValue(theme, out var small))
        {
            return small;
        }

        var at = await db.Themes.AsNoTracking().FirstOrDefaultAsync(t => t.Id == theme, cancellation);
        return _known[theme] = at is { MergedInto: { } into }
            ? await IsAsync(into, cancellation)
            : at is null || await scopes.FindAsync(at.Scope, cancellation) is not { } scope || !(await themes.ShownAsync(scope)).Contains(theme);
    }
}
