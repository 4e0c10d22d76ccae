namespace EngagementHub.Tests.Hardening;

/// <summary>Says all that is wrong, not only the first.</summary>
internal static class Problems
{
    public static void None(IEnumerable<object> problems)
    {
        var all = problems.Select(p => $"{p}").ToList();
        Assert.True(all.Count == 0, string.Join('\n', all));
    }
}
