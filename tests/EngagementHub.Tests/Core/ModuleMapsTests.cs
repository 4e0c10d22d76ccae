using EngagementHub.Core.Data;
using EngagementHub.Web;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.Tests.Core;

public sealed class ModuleMapsTests
{
    public static TheoryData<string> Modules => [.. HubModules.All.Select(m => m.GetType().Assembly.GetName().Name!)];

    [Theory]
    [MemberData(nameof(Modules))]
    public void Every_map_of_a_module_is_found_without_asking_for_its_types(string module)
    {
        var assembly = HubModules.All.Single(m => m.GetType().Assembly.GetName().Name == module).GetType().Assembly;

        var all = assembly.GetTypes().Where(t => t is { IsAbstract: false } && t.GetInterfaces().Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IEntityTypeConfiguration<>)));

        Assert.Equal(all.Select(t => t.FullName).Order(StringComparer.Ordinal), ModuleMaps.In(assembly).Select(t => t.FullName));
    }
}
