namespace EngagementHub.Surveys.Audience;

/// <summary>A unit and how many people are in it.</summary>
internal sealed record AskedUnit(string Name, int People, bool IsNamed);
