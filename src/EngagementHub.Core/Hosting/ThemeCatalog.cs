namespace EngagementHub.Core.Hosting;

/// <summary>The themes that this hub comes with, and the one that it shows.</summary>
/// <param name="All">Their names.</param>
/// <param name="Chosen">The one that is shown.</param>
public sealed record ThemeCatalog(IReadOnlyList<string> All, string Chosen);
