namespace EngagementHub.Core.Web;

/// <summary>On a page that other servers post to and whose address proves by itself that they may: the cross-site check is left out.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class FromAnywhereAttribute : Attribute;
