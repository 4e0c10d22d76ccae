using Microsoft.Extensions.Configuration;

namespace EngagementHub.Identity.Provider;

/// <summary>The section <c>SignIn</c>: who is let in, and what the provider decides about them.</summary>
internal sealed record SignInSettings
{
    private static readonly string[] Known = ["RecentMinutes", "NewPeople", "BindByMail", "FirstAdministrator", "RoleClaims", "Roles"];

    /// <summary>How long ago moderators and administrators may have shown who they are; nothing when it does not matter.</summary>
    public TimeSpan? Recent { get; private init; }

    /// <summary>Whether people whom nobody invited may come in.</summary>
    public bool WelcomesNewPeople { get; private init; }

    /// <summary>Whether an address that the provider has verified makes somebody the person who was invited under it.</summary>
    public bool BindsByMail { get; private init; }

    /// <summary>Who becomes administrator while there is none: the provider's subject or object identifier, or a verified address.</summary>
    public string? FirstAdministrator { get; private init; }

    /// <summary>The claims in which the provider names app roles and groups.</summary>
    public IReadOnlyList<string> RoleClaims { get; private init; } = [];

    /// <summary>The roles that the provider decides, and by which of its values.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Roles { get; private init; } = new Dictionary<string, IReadOnlyList<string>>();

    public static SignInSettings Read(IConfiguration settings)
    {
        var section = settings.GetSection("SignIn").KnowingOnly(Known);
        var minutes = section.Number("RecentMinutes", 240, least: 0, most: 10_080);
        return new SignInSettings
        {
            Recent = minutes == 0 ? null : TimeSpan.FromMinutes(minutes),
            WelcomesNewPeople = section.OneOf("NewPeople", "Welcome", "InvitedOnly") == "Welcome",
            BindsByMail = section.Flag("BindByMail"),
            FirstAdministrator = section.Text("FirstAdministrator"),
            RoleClaims = section.Texts("RoleClaims") is { Count: > 0 } claims ? claims : ["roles", "groups"],
            Roles = section.GetSection("Roles").GetChildren().ToDictionary(r => RoleOf(section, r.Key), r => section.GetSection("Roles").Texts(r.Key)),
        };
    }

    public IReadOnlyList<string> HeldBy(IEnumerable<string> values) => [.. Roles.Where(r => r.Value.Intersect(values).Any()).Select(r => r.Key)];

    private static string RoleOf(IConfigurationSection section, string name) => StandardRoles.All.Contains(name)
        ? name
        : throw section.Wrong($"Roles:{name}", $"there is no such role; there are {string.Join(", ", StandardRoles.All)}");
}
