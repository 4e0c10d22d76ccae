using System.Reflection;
using EngagementHub.Web;
using Microsoft.AspNetCore.Mvc;

namespace EngagementHub.Tests;

public sealed class ArchitectureTests
{
    private static readonly Dictionary<string, string[]> MayAlsoKnow = new()
    {
        ["Blogging"] = ["Conversation"],
        ["Responses"] = ["Conversation"],
    };

    public static TheoryData<string> Modules { get; } = [.. HubModules.All.Select(m => m.Name)];

    [Theory]
    [MemberData(nameof(Modules))]
    public void A_module_knows_only_what_lies_below_it(string module)
    {
        string[] allowed = ["EngagementHub.Core", "EngagementHub.WorkingTime", .. MayAlsoKnow.GetValueOrDefault(module, []).Select(m => $"EngagementHub.{m}")];

        Assert.Empty(OwnReferences(AssemblyOf(module)).Except(allowed));
    }

    [Theory]
    [MemberData(nameof(Modules))]
    public void A_module_shows_its_front_door_only(string module)
    {
        var shown = AssemblyOf(module).GetExportedTypes().Where(t => !IsFrontDoor(t, module)).Select(t => t.FullName);

        Assert.Empty(shown);
    }

    [Fact]
    public void Core_knows_no_feature()
    {
        Assert.Empty(OwnReferences(typeof(IModule).Assembly));
    }

    [Fact]
    public void Working_time_knows_nobody()
    {
        Assert.Empty(OwnReferences(typeof(EngagementHub.WorkingTime.WorkingCalendar).Assembly));
    }

    [Fact]
    public void Nobody_knows_the_host_or_a_theme()
    {
        foreach (var module in HubModules.All)
        {
            Assert.DoesNotContain(OwnReferences(module.GetType().Assembly), n => n.StartsWith("EngagementHub.Themes", StringComparison.Ordinal) || n == "EngagementHub.Web");
        }
    }

    [Fact]
    public void Every_module_stands_in_the_host_s_list_once()
    {
        Assert.Equal(HubModules.All.Count, HubModules.All.Select(m => m.Name).Distinct().Count());
    }

    /// <summary>Days begin where the department is, wherever its machines stand.</summary>
    [Fact]
    public void Nobody_asks_what_time_it_is_where_the_machine_stands()
    {
        string[] askers = ["TimeZoneInfo.Local", "DateTime.Now", "DateTimeOffset.Now", "DateTime.Today", "ToLocalTime(", "GetLocalNow("];
        var sources = Directory.EnumerateFiles(Path.Combine(Support.HostProcess.Root, "src"), "*.cs*", SearchOption.AllDirectories)
            .Where(f => (f.EndsWith(".cs", StringComparison.Ordinal) || f.EndsWith(".cshtml", StringComparison.Ordinal)) && !f.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal));

        Assert.DoesNotContain(sources, f => askers.Any(File.ReadAllText(f).Contains));
    }

    /// <summary>Whoever opens a page of a blog sees who is in charge and until when.</summary>
    [Fact]
    public void Every_page_of_a_blog_says_who_is_in_charge()
    {
        var pages = Directory.EnumerateFiles(Path.Combine(Support.HostProcess.Root, "src", "EngagementHub.Blogging", "Pages"), "*.cshtml", SearchOption.AllDirectories)
            .Where(f => File.ReadAllText(f).TrimStart().StartsWith("@page \"/blogs/{blog}", StringComparison.Ordinal)).ToList();

        Assert.NotEmpty(pages);
        Assert.All(pages, f => Assert.Contains("/Pages/Blogs/_InCharge.cshtml", File.ReadAllText(f), StringComparison.Ordinal));
    }

    // A front door: the module, its events, view components (the framework finds public ones only), and ports with what they carry.
    private static bool IsFrontDoor(Type type, string module) =>
        typeof(IModule).IsAssignableFrom(type)
        || typeof(IDomainEvent).IsAssignableFrom(type)
        || typeof(ViewComponent).IsAssignableFrom(type)
        || (type.Namespace == $"EngagementHub.{module}" && (type.IsInterface || type.IsEnum || IsRecord(type)))
        || type.FullName!.StartsWith("AspNetCoreGeneratedDocument", StringComparison.Ordinal);

    private static bool IsRecord(Type type) => type.GetMethod("<Clone>$", BindingFlags.Public | BindingFlags.Instance) is not null;

    private static Assembly AssemblyOf(string module) => HubModules.All.Single(m => m.Name == module).GetType().Assembly;

    private static IEnumerable<string> OwnReferences(Assembly assembly) =>
        assembly.GetReferencedAssemblies().Select(r => r.Name!).Where(n => n.StartsWith("EngagementHub.", StringComparison.Ordinal));
}
