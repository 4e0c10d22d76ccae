namespace EngagementHub.Tests.Support;

/// <summary>The personas of people.recipe.json. Priya hosts, Grace answers with her, Tom and Sam read and comment.</summary>
public static class People
{
    public static StaffId Ada { get; } = Of("admin");

    public static StaffId Olu { get; } = Of("office");

    public static StaffId Priya { get; } = Of("priya");

    public static StaffId Grace { get; } = Of("grace");

    public static StaffId Tom { get; } = Of("tom");

    public static StaffId Sam { get; } = Of("sam");

    public static StaffId Mina { get; } = Of("mina");

    public static StaffId Noah { get; } = Of("noah");

    public static StaffId Sid { get; } = Of("sid");

    private static StaffId Of(string userName) => new(StableId.From($"staff/{userName}"));
}
