using System.Collections;
using EngagementHub.Core.Keeping;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.Extensions.DependencyInjection;

namespace EngagementHub.Tests.Records;

public sealed class HoldingsTests(HubFixture hub) : IClassFixture<HubFixture>
{
    // What names a person and tells nothing about them, and why.
    private static readonly Dictionary<string, string> NotTheirs = new()
    {
        ["core_search"] = "who hosts the blog that a thing stands in, copied from the blog",
    };

    /// <summary>Whoever adds a table that names a person must say what becomes of it when the person asks.</summary>
    [Fact]
    public Task Every_table_that_names_a_person_is_told_of_by_its_module() => hub.In((services, db) =>
    {
        var told = services.GetServices<IHoldPeople>().SelectMany(h => h.Records).Select(r => r.Kind).ToHashSet();
        var naming = db.Model.GetEntityTypes().Where(t => !t.IsOwned() && NamesPeople(t)).ToList();

        Assert.True(naming.Count > 30);
        Assert.Empty(naming.Where(t => !told.Contains(t.ClrType)).Select(t => t.GetTableName()).Except(NotTheirs.Keys));
        return Task.FromResult(0);
    });

    [Fact]
    public Task Every_kind_says_in_a_sentence_what_becomes_of_it_and_why() => hub.In((services, _) =>
    {
        Assert.All(services.GetServices<IHoldPeople>().SelectMany(h => h.Records), r => Assert.EndsWith(".", r.Why, StringComparison.Ordinal));
        return Task.FromResult(0);
    });

    [Fact]
    public Task Nothing_can_be_removed_within_a_month_and_every_kind_has_a_name_of_its_own() => hub.In((services, _) =>
    {
        var kinds = services.GetServices<RetainedRecord>().ToList();

        Assert.All(kinds.Where(k => k.UsualDays is not null), k => Assert.InRange(k.LeastDays, RetainedRecord.FewestDays, k.UsualDays!.Value));
        Assert.Equal(kinds.Count, kinds.Select(k => k.Name).Distinct().Count());
        return Task.FromResult(0);
    });

    private static bool NamesPeople(IEntityType table) =>
        table.GetProperties().Any(p => IsPerson(p.ClrType)) || table.GetComplexProperties().Any(c => c.ComplexType.GetProperties().Any(p => IsPerson(p.ClrType)))
        || table.GetNavigations().Any(n => n.TargetEntityType.IsOwned() && n.TargetEntityType.GetProperties().Any(p => IsPerson(p.ClrType)));

    // Also inside a list that is kept as text.
    private static bool IsPerson(Type type) => type == typeof(StaffId) || type == typeof(StaffId?)
        || (type != typeof(string) && typeof(IEnumerable).IsAssignableFrom(type) && type.IsGenericType && type.GetGenericArguments().Any(a => a == typeof(StaffId) || a.GetProperties().Any(p => p.PropertyType == typeof(StaffId) || p.PropertyType == typeof(StaffId?))));
}
