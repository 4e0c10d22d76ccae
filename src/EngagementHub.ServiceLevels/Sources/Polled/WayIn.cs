namespace EngagementHub.ServiceLevels.Sources.Polled;

/// <summary>One way to sign in to a kind of system, and what it asks for in that system's own words.</summary>
/// <param name="Key">Its name in the form, as in <c>token</c>.</param>
/// <param name="Title">Its name for the person who chooses.</param>
/// <param name="Secret">What the secret is called there; nothing when none is needed.</param>
/// <param name="Hint">Where the secret comes from, and what it must allow.</param>
internal sealed record WayIn(string Key, string Title, string Secret, string Hint)
{
    /// <summary>What the name beside the secret is called; nothing when the secret stands alone.</summary>
    public string Name { get; init; } = "";

    /// <summary>Whether a token is fetched with the secret first, and where it is fetched is asked.</summary>
    public bool AsksForTokens { get; init; }

    /// <summary>What is kept, encrypted: the secret, or name and secret with a colon between them.</summary>
    /// <exception cref="BrokenRuleException">One of the two is missing, or the name has a colon in it.</exception>
    public string Kept(Credentials given)
    {
        var (name, secret) = (given.Name?.Trim() ?? "", given.Secret?.Trim() ?? "");
        if (Secret.Length == 0 || AsksForTokens || Name.Length == 0 || (name.Length == 0 && (secret.Length == 0 || secret.Contains(':', StringComparison.Ordinal))))
        {
            return secret;
        }

        return name.Length == 0 || secret.Length == 0 ? throw new BrokenRuleException($"Enter both: {Lower(Name)} and {Lower(Secret)}", name.Length == 0 ? nameof(Credentials.Name) : nameof(Credentials.Secret))
            : name.Contains(':', StringComparison.Ordinal) ? throw new BrokenRuleException("A name with a colon in it cannot be sent", nameof(Credentials.Name)) : $"{name}:{secret}";
    }

    private static string Lower(string words) => words.StartsWith("API", StringComparison.Ordinal) ? words : char.ToLowerInvariant(words[0]) + words[1..];
}

/// <summary>What was entered to sign in with.</summary>
/// <param name="Name">A user's or client's name.</param>
/// <param name="Secret">In the clear; never kept or logged.</param>
/// <param name="TokenAddress">Where tokens are fetched, where that is needed.</param>
internal sealed record Credentials(string? Name, string? Secret, string? TokenAddress);
