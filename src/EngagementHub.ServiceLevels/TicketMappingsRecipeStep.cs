using EngagementHub.ServiceLevels.Sources;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.ServiceLevels;

/// <summary>
/// <c>{ "name": "TicketMappings", "Mappings": [{ "Name": "servicenow-incident-log", "Title": "ServiceNow incident log", "Source": "servicenow", "Live": false,
/// "Delimiter": ",", "TimeFormat": "dd-MM-yyyy HH:mm", "Zone": "Europe/London", "Missing": "?", "Ticket": "number", "EventTime": "sys_updated_at",
/// "Order": "sys_mod_count", "State": "incident_state", "Opened": "opened_at", "Category": "category", "Service": "it-incidents",
/// "States": [{ "State": "New", "Means": "open" }, { "State": "Awaiting User Info", "Means": "paused" }, { "State": "Resolved", "Means": "resolved" }] }] }</c>.
/// Without EventTime each row is one ticket, with Opened and Resolved. ServiceColumn names a column with the service's slug; ServiceRules
/// <c>[{ "Category": "…", "Service": "…" }]</c> go by category. Means: open, paused, resolved, closed, void.
/// </summary>
internal sealed class TicketMappingsRecipeStep(HubDb db) : IRecipeStep
{
    public string Name => "TicketMappings";

    public async Task ApplyAsync(RecipeStep step, CancellationToken cancellation)
    {
        foreach (var item in step.Body["Mappings"].Items())
        {
            try
            {
                await ApplyAsync(item, new Act(null, step.At), cancellation);
            }
            catch (BrokenRuleException broken)
            {
                throw item.Refuse(broken.Message);
            }
        }
    }

    private async Task ApplyAsync(RecipeNode item, Act act, CancellationToken cancellation)
    {
        var name = item["Name"].Text();
        var rules = RulesOf(item);
        if (await db.TicketMappings.FirstOrDefaultAsync(mapping => mapping.Name == name, cancellation) is { } known)
        {
            known.Change(item.TextOr("Title", name), rules, act);
        }
        else
        {
            db.TicketMappings.Add(TicketMapping.Save(name, item.TextOr("Title", name), item.TextOr("Source", name), rules, act, StableId.From($"servicelevels/mapping/{name}")));
        }
    }

    private static MappingRules RulesOf(RecipeNode item) => new()
    {
        Delimiter = item.TextOr("Delimiter", ","),
        TimeFormat = item.TextOr("TimeFormat", "yyyy-MM-dd HH:mm"),
        Zone = item.TextOr("Zone", "Europe/London"),
        Missing = item.TextOr("Missing", ""),
        Ticket = item["Ticket"].Text(),
        EventTime = item.TextOr("EventTime", ""),
        Order = item.TextOr("Order", ""),
        State = item.TextOr("State", ""),
        Opened = item.TextOr("Opened", ""),
        Resolved = item.TextOr("Resolved", ""),
        Category = item.TextOr("Category", ""),
        Service = item.TextOr("Service", ""),
        ServiceColumn = item.TextOr("ServiceColumn", ""),
        ServiceRules = [.. item.ItemsOf("ServiceRules").Select(rule => new CategoryRule(rule["Category"].Text(), rule["Service"].Text()))],
        States = [.. item.ItemsOf("States").Select(state => new StateRule(state["State"].Text(), StateRule.ParseMeaning(state["Means"].Text())))],
        Live = item.FlagOr("Live", true),
    };
}
