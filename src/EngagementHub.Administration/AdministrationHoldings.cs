using EngagementHub.Administration.Choices;
using EngagementHub.Administration.SitePages;

namespace EngagementHub.Administration;

/// <summary>Who worded the site's pages and chose for the hub.</summary>
internal sealed class AdministrationHoldings : IHoldPeople
{
    private const string Accountable = "Who changed what staff are told, and what the hub runs with, stays answerable; it is kept under a number.";

    public IReadOnlyList<HeldRecord> Records { get; } =
    [
        HeldRecord.Of<PageVersion>("Pages of the site that you worded", p => v => v.By == p.Id).Stays(Accountable),
        HeldRecord.Of<HubChoice>("Modules and themes that you chose", p => c => c.By == p.Id).Stays(Accountable),
    ];
}
