using System.Reflection;
using Microsoft.AspNetCore.Mvc.ApplicationParts;
using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.AspNetCore.Mvc.ViewComponents;

namespace EngagementHub.Web.Hosting;

/// <summary>
/// View components, which are always public, from among the public types. Left to itself, MVC looks for them and for controllers, of which the hub has none, among all types
/// of all modules, and so has them all loaded for good: closures and state machines too.
/// </summary>
internal sealed class PublicParts : IApplicationFeatureProvider<ViewComponentFeature>
{
    public static void Use(ApplicationPartManager manager)
    {
        foreach (var thorough in manager.FeatureProviders.Where(p => p is ControllerFeatureProvider or ViewComponentFeatureProvider).ToList())
        {
            manager.FeatureProviders.Remove(thorough);
        }

        manager.FeatureProviders.Add(new PublicParts());
    }

    public void PopulateFeature(IEnumerable<ApplicationPart> parts, ViewComponentFeature feature)
    {
        foreach (var type in parts.OfType<AssemblyPart>().SelectMany(p => p.Assembly.ExportedTypes).Select(IntrospectionExtensions.GetTypeInfo).Where(ViewComponentConventions.IsComponent))
        {
            feature.ViewComponents.Add(type);
        }
    }
}
