namespace EngagementHub.Identity.Sessions;

/// <summary>How somebody showed who they are.</summary>
/// <param name="At">When they last did, as the provider says; nothing when it does not say.</param>
/// <param name="Issuer">The provider; nothing for a persona.</param>
/// <param name="ProviderSession">The provider's name for its session.</param>
internal sealed record Proof(DateTimeOffset? At, string? Issuer = null, string? ProviderSession = null);
