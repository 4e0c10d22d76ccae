using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace EngagementHub.Core;

/// <summary>A room of the house: its domain, pages, permissions and recipe steps. Listed once, in the host's <c>HubModules</c>.</summary>
public interface IModule
{
    /// <summary>The module's name, as used in settings and recipes.</summary>
    string Name { get; }

    /// <summary>Its name as people read it: "Service levels" for <c>ServiceLevels</c>.</summary>
    string Title => string.Concat(Name.Select((letter, place) => place > 0 && char.IsUpper(letter) ? $" {char.ToLowerInvariant(letter)}" : $"{letter}"));

    /// <summary>One sentence for administrators: what people can do with it.</summary>
    string Description { get; }

    /// <summary>Names of the modules that must be on for this one to work.</summary>
    IReadOnlyList<string> Needs => [];

    /// <summary>What a person may be allowed to do here, and who may by default.</summary>
    IReadOnlyList<Permission> Permissions => [];

    /// <summary>The module's entries in the main navigation.</summary>
    IReadOnlyList<NavigationItem> Navigation => [];

    /// <summary>What its kinds of things are called, as in "A post" for <c>blogging.post</c>: whoever reads the audit trail reads words.</summary>
    IReadOnlyDictionary<string, string> Things => new Dictionary<string, string>();

    /// <summary>Registers what the module offers and needs.</summary>
    void Register(IServiceCollection services, IConfiguration settings);

    /// <summary>Maps the module's tables. Called even when the module is off, so that switching it never changes the schema.</summary>
    void Map(ModelBuilder model);

    /// <summary>Maps endpoints that are not pages: feeds, downloads, hooks.</summary>
    void MapEndpoints(IEndpointRouteBuilder endpoints)
    {
    }
}

/// <summary>Something a person may be allowed to do. Its name is also the name of the authorization policy.</summary>
/// <param name="Name">Module and verb, as in <c>conversation.moderate</c>.</param>
/// <param name="Description">One sentence for administrators.</param>
/// <param name="DefaultRoles">The roles that have it until an administrator says otherwise.</param>
public sealed record Permission(string Name, string Description, params IReadOnlyList<string> DefaultRoles);

/// <summary>An entry of the main navigation.</summary>
/// <param name="Label">What the link says.</param>
/// <param name="Url">Where it leads, a local path.</param>
/// <param name="Order">Its place, smaller first.</param>
/// <param name="Permission">Who sees it; everyone when nothing is said.</param>
/// <param name="Under">The address of the entry that leads here: this one is left out for whoever sees that one.</param>
public sealed record NavigationItem(string Label, string Url, int Order, string? Permission = null, string? Under = null);

/// <summary>The roles that exist from the start. A guest host is not a role: that right comes from the dates of a hosting period.</summary>
public static class StandardRoles
{
    /// <summary>The Permanent Secretary's office: runs the blog and invites hosts.</summary>
    public const string BlogOwner = "Blog owner";

    /// <summary>Decides comments against the code of conduct.</summary>
    public const string Moderator = "Moderator";

    /// <summary>Defines service levels and explains their figures.</summary>
    public const string ServiceOwner = "Service owner";

    /// <summary>Looks after people, modules, recipes and ticket sources.</summary>
    public const string Administrator = "Administrator";

    /// <summary>All of them, in the order in which they are listed.</summary>
    public static IReadOnlyList<string> All { get; } = [BlogOwner, Moderator, ServiceOwner, Administrator];
}
