namespace EngagementHub.Core.Data;

/// <summary>Marks what is read only under a key that nobody knows before it is there, such as a session: its coming ends no reading of another one.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class ReadByKeyAttribute : Attribute;
