using EngagementHub.BrowserTests.Support;
using Xunit.Sdk;
using Xunit.v3;

[assembly: TestCollectionOrderer(typeof(JourneysFirst))]

namespace EngagementHub.BrowserTests.Support;

/// <summary>The longest begin first, so that no journey is left alone at the end.</summary>
public sealed class JourneysFirst : ITestCollectionOrderer
{
    public IReadOnlyCollection<TTestCollection> OrderTestCollections<TTestCollection>(IReadOnlyCollection<TTestCollection> testCollections)
        where TTestCollection : ITestCollection =>
        [.. testCollections.OrderByDescending(c => c.TestCollectionDisplayName.Contains("Journey", StringComparison.Ordinal))];
}
