namespace EngagementHub.Core.Web;

/// <summary>Policies that belong to no module. A module's permissions are policies under their own names.</summary>
public static class Policies
{
    /// <summary>What every reader may see. Open to whoever reaches the site, or to those signed in, as the setting <c>Hub:Reading</c> says.</summary>
    public const string Read = "hub.read";

    /// <summary>Whoever is signed in and still belongs to the department.</summary>
    public const string Staff = "hub.staff";

    /// <summary>Anyone at all: signing in, health, errors.</summary>
    public const string Open = "hub.open";
}
