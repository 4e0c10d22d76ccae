using EngagementHub.ServiceLevels.Figures;
using EngagementHub.ServiceLevels.Signing;

namespace EngagementHub.ServiceLevels.Pages.ServiceLevels.Months;

/// <summary>A month's figure with what belongs beside it: never the percentage alone.</summary>
internal sealed record TallyView(MonthFigure? Month, FrozenTally? Tally, bool HasTickets, string When);
