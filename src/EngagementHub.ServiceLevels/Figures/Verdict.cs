namespace EngagementHub.ServiceLevels.Figures;

/// <summary>Whether a promise was kept in a month.</summary>
internal enum Verdict
{
    NoFigures,
    TooFewToSay,
    Met,
    Missed,
}
