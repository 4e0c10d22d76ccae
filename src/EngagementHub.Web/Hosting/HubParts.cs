using System.Reflection;
using EngagementHub.Core.Hosting;
using Microsoft.AspNetCore.Mvc.ApplicationParts;

namespace EngagementHub.Web.Hosting;

/// <summary>Which assemblies' pages are served: those of the modules that are on, and one theme, which stands before the modules and may replace their views.</summary>
internal static class HubParts
{
    private const string Themes = "EngagementHub.Themes.";

    public static void RequireTheme(string name)
    {
        var known = ThemeNames();
        if (!known.Contains(name))
        {
            throw new SettingException("Hub:Theme", $"there is no theme '{name}'; there is {string.Join(", ", known)}");
        }
    }

    public static List<string> ThemeNames() =>
    [
        .. typeof(HubParts).Assembly.GetCustomAttributes<ApplicationPartAttribute>()
            .Where(a => a.AssemblyName.StartsWith(Themes, StringComparison.Ordinal)).Select(a => a.AssemblyName[Themes.Length..]),
    ];

    // The first part that has a path wins, and parts come in the order of assembly names: the theme is moved right behind the host.
    public static void Choose(ApplicationPartManager manager, ModuleCatalog modules, string theme)
    {
        var off = modules.All.Except(modules.On).Select(m => m.GetType().Assembly.GetName().Name).ToHashSet();
        foreach (var part in manager.ApplicationParts.Where(p => off.Contains(p.Name) || IsOtherTheme(p.Name, theme)).ToList())
        {
            manager.ApplicationParts.Remove(part);
        }

        var chosen = manager.ApplicationParts.Where(p => p.Name == Themes + theme).ToList();
        chosen.ForEach(p => manager.ApplicationParts.Remove(p));
        var behindHost = manager.ApplicationParts.Count(p => p.Name == typeof(HubParts).Assembly.GetName().Name);
        foreach (var part in Enumerable.Reverse(chosen))
        {
            manager.ApplicationParts.Insert(behindHost, part);
        }
    }

    private static bool IsOtherTheme(string part, string theme) => part.StartsWith(Themes, StringComparison.Ordinal) && part != Themes + theme;
}
