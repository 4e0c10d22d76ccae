using EngagementHub.ServiceLevels.Catalogue;
using EngagementHub.ServiceLevels.Sources;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.ServiceLevels;

/// <summary>Whose service it is: its owner changes what it says and promises and takes in its tickets, an administrator does for every service, and nobody else.</summary>
internal sealed class Rights(HubDb db, ICurrentStaff current)
{
    public Task<bool> KeepsAllAsync() => current.MayAsync(ServiceLevelsModule.KeepAll);

    public async Task<bool> KeepsAsync(Service service) =>
        await KeepsAllAsync() || (service.Owner is { } owner && await current.MayAsync(ServiceLevelsModule.Define) && owner == current.IdOrNone);

    /// <summary>The services the person keeps, by name.</summary>
    public async Task<IReadOnlyList<Service>> KeptAsync(CancellationToken cancellation = default)
    {
        var (all, me) = (await KeepsAllAsync(), current.IdOrNone);
        return await db.Services.AsNoTracking().Where(service => all || (me != null && service.Owner == me)).OrderBy(service => service.Name).ToListAsync(cancellation);
    }

    /// <summary>Whether all tickets that such rules can take in belong to services the person keeps.</summary>
    public async Task<bool> MayTakeInAsync(MappingRules rules, CancellationToken cancellation = default)
    {
        if (await KeepsAllAsync())
        {
            return true;
        }

        var kept = (await KeptAsync(cancellation)).Select(service => service.Slug).ToHashSet();
        return rules.ServiceColumn.Length == 0 && rules.ServiceRules.Select(rule => rule.Service).Append(rules.Service).Where(slug => slug.Length > 0).All(kept.Contains);
    }
}
