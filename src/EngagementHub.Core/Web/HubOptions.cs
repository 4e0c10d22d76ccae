namespace EngagementHub.Core.Web;

/// <summary>The section <c>Hub</c> of the settings.</summary>
public sealed record HubOptions
{
    /// <summary>The name in the header.</summary>
    public string Name { get; init; } = "EngagementHub";

    /// <summary>The IANA zone in which the department's days begin and end.</summary>
    public string Zone { get; init; } = "Europe/London";

    /// <summary>The theme's name.</summary>
    public string Theme { get; init; } = "GovUk";

    /// <summary>Who may read: <c>Anyone</c> who reaches the site, or those <c>SignedIn</c>.</summary>
    public string Reading { get; init; } = "SignedIn";

    /// <summary>Names of modules that are switched off.</summary>
    public IReadOnlyList<string> ModulesOff { get; init; } = [];

    /// <summary>The recipe applied to an empty database; nothing for none.</summary>
    public string? Recipe { get; init; }
}
