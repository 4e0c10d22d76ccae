using EngagementHub.Core.Hosting;
using EngagementHub.Core.Live;
using EngagementHub.Core.Replicas;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace EngagementHub.Administration.Pages.Administration;

/// <summary>Leads to everything that is administered, as far as the person may and the module is on.</summary>
internal sealed class IndexModel(ModuleCatalog modules, ICurrentStaff staff, Replicas replicas, SignalWatch signals) : PageModel
{
    private static readonly (string Group, Door[] Doors)[] All =
    [
        ("People", [
            new("People and roles", "/staff", "Invite people, give them roles, end sessions", "Identity", "identity.manage-staff"),
            new("What each role may do", "/roles", "Allow and forbid, at once", "Identity", "identity.manage-staff"),
            new("What is kept about a person", "/records/people", "Give it to them, or forget who has left", "Records", "records.people"),
            new("Names that were withheld", "/openings", "Two people together open one, on stated grounds", "Conversation", "conversation.unseal"),
        ]),
        ("Blogs and conversation", [
            new("Blogs", "/blogs", "Each blog leads to its settings, its hosting periods and its desk", "Blogging", "blogging.manage"),
            new("Open a blog", "/blogs/add", "Another one, with an owner and an address of its own", "Blogging", "blogging.manage"),
            new("Code of conduct", "/code-of-conduct/publish", "Publish another version", "Conversation", "conversation.code"),
            new("Signposts", "/signposts", "Where writers of personal cases are sent instead", "Conversation", "conversation.signpost"),
            new("Pauses", "/comments/pauses", "Close comments for a run of days, as before an election", "Conversation", "conversation.pause"),
        ]),
        ("Service levels", [
            new("Services and levels", "/service-levels/define", "What is promised, and who answers for it", "ServiceLevels", "servicelevels.define"),
            new("Working calendars", "/service-levels/calendars", "Weeks, bank holidays and closures", "ServiceLevels", "servicelevels.keep-all"),
            new("Ticket systems", "/service-levels/sources", "Where tickets are read from", "ServiceLevels", "servicelevels.connect"),
            new("Webhooks", "/service-levels/webhooks", "Ticket systems that send by themselves", "ServiceLevels", "servicelevels.connect"),
        ]),
        ("This site", [
            new("Pages", "/administration/pages", "Accessibility statement, privacy notice, contact, and what is said about anonymity", "Administration", AdministrationModule.Administer),
            new("Modules and theme", "/administration/modules", "What is switched on, and how the site looks", "Administration", AdministrationModule.Administer),
            new("Recipes", "/recipes", "Fill or extend the hub from a file", "Recipes", "recipes.apply"),
            new("Mail that waits", "/notifications/outbox", "What waits and why, and addresses that are stopped", "Notifications", "notifications.see-outbox"),
        ]),
        ("The record", [
            new("Audit trail", "/audit", "Who did what, when and why", "Identity", "identity.read-audit"),
            new("How long what is kept", "/records/retention", "Choose it, and see what would go", "Records", "records.retention"),
            new("Releases to the public", "/records/disclosure", "A post or a hosting period, with names struck out", "Records", "records.disclose"),
        ]),
    ];

    public IReadOnlyList<(string Group, IReadOnlyList<Door> Doors)> Groups { get; private set; } = [];

    /// <summary>How the standbys stand that pages are read from, for whoever runs the hub.</summary>
    public IReadOnlyList<ReplicaStanding> Replicas { get; private set; } = [];

    /// <summary>Whether this node hears signals; nothing where there are no other nodes, or who asks does not run the hub.</summary>
    public bool? Signals { get; private set; }

    public async Task OnGetAsync()
    {
        List<(string, IReadOnlyList<Door>)> groups = [];
        foreach (var (group, doors) in All)
        {
            List<Door> open = [];
            foreach (var door in doors.Where(d => modules.On.Any(m => m.Name == d.Module)))
            {
                if (await staff.MayAsync(door.Permission))
                {
                    open.Add(door);
                }
            }

            if (open.Count > 0)
            {
                groups.Add((group, open));
            }
        }

        Groups = groups;
        if (await staff.MayAsync(AdministrationModule.Administer))
        {
            (Replicas, Signals) = (replicas.Standings, signals.Hears);
        }
    }

    /// <summary>A page that somebody may come through to.</summary>
    internal sealed record Door(string Title, string Url, string What, string Module, string Permission);
}
