namespace EngagementHub.Core.Hosting;

/// <summary>All modules of this hub and which of them are on.</summary>
public sealed class ModuleCatalog
{
    /// <summary>Decides which modules are on.</summary>
    /// <param name="all">All modules, in the order of the host's list.</param>
    /// <param name="off">Names of those switched off (setting <c>Hub:ModulesOff</c>).</param>
    /// <exception cref="SettingException">A name is unknown, or a module that is on needs one that is off.</exception>
    public ModuleCatalog(IReadOnlyList<IModule> all, IReadOnlyList<string> off)
    {
        foreach (var name in off.Where(name => !all.Any(m => m.Name == name)))
        {
            throw new SettingException("Hub:ModulesOff", $"there is no module '{name}'; there are {string.Join(", ", all.Select(m => m.Name))}");
        }

        All = all;
        Things = all.SelectMany(m => m.Things).ToDictionary();
        On = [.. all.Where(m => !off.Contains(m.Name))];
        foreach (var module in On)
        {
            if (module.Needs.FirstOrDefault(n => !On.Any(m => m.Name == n)) is { } missing)
            {
                throw new SettingException("Hub:ModulesOff", $"{module.Name} needs {missing}; switch both off or neither");
            }
        }
    }

    /// <summary>Every module, on or off.</summary>
    public IReadOnlyList<IModule> All { get; }

    /// <summary>The modules that are on.</summary>
    public IReadOnlyList<IModule> On { get; }

    /// <summary>What people may be allowed to do in the modules that are on.</summary>
    public IEnumerable<Permission> Permissions => On.SelectMany(m => m.Permissions);

    /// <summary>What every kind of thing is called, whether its module is on or off: what happened then stays in the trail.</summary>
    public IReadOnlyDictionary<string, string> Things { get; }
}

/// <summary>A setting that the hub cannot start with. The message names the key and the cure.</summary>
/// <param name="key">The setting's key.</param>
/// <param name="sentence">What is wrong and what to do.</param>
public sealed class SettingException(string key, string sentence) : Exception($"The setting {key} is wrong: {sentence}");
